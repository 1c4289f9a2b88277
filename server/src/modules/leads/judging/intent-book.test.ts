import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, judgeBy, ruleContext } from '../../../kernel/rule-books/index.ts';
import { defaultIntentRules } from '../rules/default-intent.ts';
import { rowOfLead } from '../rules/subject.ts';
import { intentBook } from './books.ts';

const website = { key: 'website', name: '官网注册' };
const exhibition = { key: 'exhibition', name: '展会咨询' };
const referral = { key: 'referral', name: '转介绍' };

const context = ruleContext({ now: new Date('2026-03-18T02:12:00Z'), today: '2026-03-18', zone: 'Asia/Shanghai' });
const judges = judgeBy(intentBook, defaultIntentRules, context);

const judge = (need: string | null, source?: { key: string; name: string }) => {
  const [spoken] = judges(rowOfLead({ need, listedSource: source?.key ?? null }));
  if (!spoken) throw new Error('no rule fits');
  const why = explain('leads', spoken, (field) => (field === 'source' ? source?.name : undefined));
  return { ...spoken.rule.says, why: why.slice(1) };
};

describe('the initial tag from source and need', () => {
  test.each([
    ['需要采购50台办公电脑', website, '高意向-采购决策'],
    ['需采购办公自动化系统', undefined, '高意向-采购决策'],
    ['想要 30 套会议设备', exhibition, '高意向-采购决策'],
    ['预算20万以内，年底前完成', undefined, '高意向-采购决策'],
    ['计划招标 MES 项目', exhibition, '高意向-采购决策'],
    ['总经理要求本月确定供应商', website, '高意向-决策层'],
    ['公司已立项，老板亲自看演示', undefined, '高意向-决策层'],
    ['请给一份报价', website, '高意向-采购决策'],
    ['请给一份报价', exhibition, '中意向-信息收集'],
    ['想了解产品功能和案例', website, '中意向-信息收集'],
    ['希望安排一次产品演示', exhibition, '中意向-信息收集'],
    ['', website, '中意向-信息收集'],
    [null, referral, '中意向-信息收集'],
    ['', exhibition, '低意向-潜在需求'],
    ['留了名片', exhibition, '低意向-潜在需求'],
    ['暂不需要，以后再说', website, '低意向-潜在需求'],
    ['目前没有预算，先看看', referral, '低意向-潜在需求'],
    ['', undefined, '低意向-潜在需求'],
    ['We want to purchase 40 units this quarter', undefined, '高意向-采购决策'],
    ['Our general manager asked for a visit', undefined, '高意向-决策层'],
    ['Looking for information about your product', website, '中意向-信息收集'],
    ['Just browsing', website, '低意向-潜在需求'],
    ['今年不采购，只想了解参数', website, '中意向-信息收集'],
    ['We are not looking to buy, please send a brochure', exhibition, '中意向-信息收集'],
    ['borderline attendance', exhibition, '低意向-潜在需求'],
  ])('%s is %s', (need, source, label) => {
    expect(judge(need, source).label).toBe(label);
  });
});

test('the reason names the source and the very words of the need', () => {
  expect(judge('请给一份报价', website).why).toEqual([
    { key: 'leads.met.source.is', params: { value: '官网注册' } },
    { key: 'leads.met.need.mentions', params: { value: '报价' } },
  ]);
  expect(judge('急需 50 台电脑').why).toEqual([{ key: 'leads.met.need.mentions', params: { value: '急需' } }]);
  expect(judge('', exhibition).why).toEqual([{ key: 'rules.why.otherwise', params: {} }]);
});

test('every need gets a level and a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (need) => {
      expect(judge(need).why).not.toHaveLength(0);
    }),
  );
});

test.each(['不采购', '没有采购计划', '不打算购买', '无需购置', 'not buying', 'no order', "don't want to purchase"])(
  'a denied purchase (%s) is never a high intent',
  (need) => {
    expect(judge(need, website).level).not.toBe('high');
  },
);

describe('a denial is understood, and so is what only looks like one', () => {
  test.each([
    ['暂无采购计划', 'low'],
    ['暂时没有采购的打算', 'low'],
    ['近期不会采购', 'low'],
    ['今年没有预算，明年再看', 'low'],
    ['目前不需要', 'low'],
    ['没有采购需求', 'low'],
    ['不打算买', 'low'],
    ['还没有采购计划', 'low'],
    ['预算未批，暂缓', 'low'],
    ['已有供应商，不考虑更换', 'low'],
    ['不急着采购', 'low'],
    ['没有说不采购，要50台', 'high'],
    ['不是不买，等老板批', 'high'],
    ['老板说先不买', 'low'],
    ['总经理不同意', 'low'],
    ['领导还没批', 'low'],
    ['非采购', 'low'],
    ['无采购意向', 'low'],
    ['只是问问价格', 'low'],
    ['随便了解下', 'low'],
    ['项目取消了', 'low'],
    ['采购已完成', 'low'],
    ['已经采购别家', 'low'],
    ['暂不招标', 'low'],
    ['尚未立项', 'low'],
    ['预算已批，下周招标', 'high'],
    ['急需50台电脑', 'high'],
    ['需要采购50台', 'high'],
    ['没问题，马上签合同', 'high'],
    ['无论如何本月要采购', 'high'],
    ['不得不更换旧设备', 'high'],
    ['不仅要采购设备还要服务', 'high'],
    ['下个季度采购100套', 'high'],
    ['不锈钢阀门采购200只', 'high'],
    ['没有别的要求，尽快交付', 'high'],
    ['无锡工厂采购无缝钢管30吨', 'high'],
    ['未来三个月采购20台', 'high'],
    ['特别着急，采购无线网关', 'high'],
    ['已采购一期，二期再采购30套', 'high'],
    ['老板亲自来看', 'high'],
    ['领导已同意，走采购流程', 'high'],
    ['非标设备采购', 'high'],
    ['不采购，只想了解参数', 'medium'],
    ['没有急事，想要产品资料', 'medium'],
    ['不同型号的参数对比', 'medium'],
    ['暂无采购计划，发份资料看看', 'medium'],
    ['No purchase planned', 'low'],
    ["We don't need anything", 'low'],
    ['no budget this year', 'low'],
    ['We do not plan to buy', 'low'],
    ['not only buy but also a service contract', 'high'],
    ['never bought before, want to purchase 20 units', 'high'],
  ])('%s: %s', (need, level) => {
    expect(judge(need).level).toBe(level);
  });

  test('a denied purchase outweighs a warm source, and the reason quotes it', () => {
    const said = judge('暂无采购计划', website);
    expect([said.level, said.why]).toEqual(['low', [{ key: 'leads.met.need.denies', params: { value: '暂无采购' } }]]);
  });
});
