import type { Trade } from '../market/trades.ts';
import type { Chance } from '../play/chance.ts';

/** How near somebody is to buying; the product judges for itself from the words. */
export type Nearness = 'buying' | 'asking' | 'later';

const buying = [
  '{site}采购{good}{n}{unit}，预算{budget}万，{when}',
  '{site}更换{good}{n}{unit}，旧的精度已经不够，{when}',
  '总经理已批预算{budget}万，{site}要上{good}{n}{unit}',
  '{site}已立项，{good}{n}{unit}，{when}',
  '招标前想先定技术参数：{good}{n}{unit}，用在{site}，{when}',
  '{site}改造，{good}{n}{unit}，{when}，请尽快报价',
  '现有{good}故障多，准备替换{n}{unit}，预算{budget}万',
];
const asking = [
  '{site}想了解{good}的案例和价格',
  '{site}选型{good}，正在对比两家，需要参数表',
  '咨询{good}的测量范围和防护等级，用在{site}',
  '想要{good}的样本和同行业案例，{site}计划改造',
  '{site}工况温度高，请推荐合适的{good}',
  '希望安排一次{good}的演示，设备部和工艺部一起参加',
  '{good}能不能接入现有系统，需要接口说明',
];
const later = [
  '了解一下{good}，暂无采购计划',
  '{site}明年再说，先留个资料',
  '收集{good}资料，目前没有预算',
  '展台上拿了{good}的手册，随便看看',
  '听过介绍，以后{site}可能会用到，暂不考虑',
];
const when = [
  '月底前要报价',
  '三季度投产',
  '停车检修期间安装',
  '年底前上线',
  '下月招标',
  '要求六周内到货',
  '国庆前装好',
];

const patterns: Record<Nearness, readonly string[]> = { buying, asking, later };

/** What somebody asks for, in their own words. */
export function needOf(chance: Chance, trade: Trade, nearness: Nearness, budgetWan: number): string {
  const [good, unit, most] = chance.oneOf(trade.goods);
  return chance
    .oneOf(patterns[nearness])
    .replace('{good}', good)
    .replace('{unit}', unit)
    .replace('{n}', String(chance.int(1, most)))
    .replace('{site}', chance.oneOf(trade.sites))
    .replace('{budget}', String(budgetWan))
    .replace('{when}', chance.oneOf(when));
}

/** What a deal is called: where it is for, and what. */
export function dealNameOf(chance: Chance, trade: Trade): string {
  const [good] = chance.oneOf(trade.goods);
  return `${chance.oneOf(trade.sites)}${good.replace(/系统$/, '')}项目`;
}
