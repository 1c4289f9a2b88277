import type { Filter } from '@dealtrail/protocol/kernel';
import type { BookRule } from '../../../kernel/rule-books/index.ts';
import type { IntentSays } from './intent.ts';

const notNow =
  '暂不需要 暂不采购 暂不考虑 暂无需求 暂无计划 暂无预算 暂时不 没有需求 没有预算 没有采购计划 没有计划 无预算 无需求 目前不考虑 不考虑 以后再说 以后再看 明年再说 明年再看 再看看吧 先放一放 先不急 项目取消 项目暂停 已有供应商 随便了解 随便看看 随便问问 只是看看 只是问问 了解行情 学习交流 毕业论文';
const deciding =
  '董事长 总经理 总裁 老板 CEO 决策人 决策者 决策层 拍板 一把手 领导批准 领导已同意 领导要求 高层 董事会 管理层 已立项 立项通过 批复';
const buying =
  '采购 购买 购置 购入 订购 订货 下单 进货 招标 投标 标书 竞标 比选 签约 签合同 合同 付款 预算# 预算已 有预算 预算充足 经费已 尽快上线 尽快交付 急需 急用 立即 马上要 #台 #套 #件 #批 #吨 #辆 #只 #箱 #个点 #人使用 #个账号 替换 更换 升级 扩容 续费 续约';
const asking = '报价 询价 价格 多少钱 费用';
const learning =
  '了解 咨询 询问 资料 手册 案例 试用 演示 体验 对比 比较 选型 调研 方案 功能 需要 需求 希望 想要 打算 计划 考虑 感兴趣 关注 合作 参数 样品 解决';

const split = (words: string): string[] => words.split(' ');

const warmSources = ['website', 'referral', 'partner', 'phone_in', 'online_chat', 'existing_customer', 'tender'];

const fromWarmSource: Filter = { field: 'source', op: 'in', value: warmSources };
const need = (op: 'mentions' | 'mentionsUnrefused' | 'denies', words: string[]): Filter => ({
  field: 'need',
  op,
  value: words,
});

const rule = (
  id: string,
  name: string,
  when: Filter[],
  level: IntentSays['level'],
  label: string,
): BookRule<IntentSays> => ({ id, name, active: true, when: { all: when }, says: { level, label } });

/**
 * The rules every organisation starts with (R6): words that put the need off, words of those who decide, words of
 * buying, asking for a price through a warm source, words of gathering information, a purchase denied, warm sources,
 * everything else.
 */
export const defaultIntentRules: readonly BookRule<IntentSays>[] = [
  rule(
    'not_now',
    '暂时不买',
    [
      need('mentions', [
        ...split(notNow),
        'no need',
        'no budget',
        'no plan',
        'not now',
        'next year',
        'just browsing',
        'just looking',
        'maybe later',
        'thesis',
      ]),
    ],
    'low',
    '低意向-潜在需求',
  ),
  rule(
    'decision_maker',
    '决策人在推动',
    [
      need('mentionsUnrefused', [
        ...split(deciding),
        'decision maker',
        'general manager',
        'chairman',
        'president',
        'managing director',
        'board approved',
        'approved by',
        'our boss',
        'owner decided',
      ]),
    ],
    'high',
    '高意向-决策层',
  ),
  rule(
    'purchase',
    '采购动作',
    [
      need('mentions', [
        ...split(buying),
        'purchase',
        'purchasing',
        'procure',
        'procurement',
        'buy',
        'buying',
        'order',
        'tender',
        'bid',
        'rfp',
        'rfq',
        'contract',
        'budget',
        'budget of #',
        'replace',
        'upgrade',
        'renew',
        'urgent',
        'urgently',
        'asap',
        '# unit',
        '# set',
        '# seat',
        '# license',
        '# licence',
        '# user',
        '# pcs',
      ]),
    ],
    'high',
    '高意向-采购决策',
  ),
  rule(
    'price_from_warm_source',
    '主动渠道问价',
    [
      fromWarmSource,
      need('mentions', [...split(asking), 'price', 'pricing', 'quote', 'quotation', 'cost', 'how much']),
    ],
    'high',
    '高意向-采购决策',
  ),
  rule(
    'gathering',
    '收集信息',
    [
      need('mentions', [
        ...split(`${learning} ${asking}`),
        'learn',
        'information',
        'info',
        'brochure',
        'catalogue',
        'catalog',
        'case',
        'trial',
        'demo',
        'compare',
        'evaluate',
        'evaluating',
        'looking for',
        'interested',
        'need',
        'require',
        'want',
        'plan',
        'planning',
        'sample',
        'solution',
        'price',
        'pricing',
        'quote',
        'quotation',
        'cost',
      ]),
    ],
    'medium',
    '中意向-信息收集',
  ),
  rule(
    'denied',
    '没有采购打算',
    [
      need('denies', [
        ...split('采购 购买 购置 订购 下单 招标 投标 签约 签合同 需求 需要 预算 计划 打算 意向 立项 更换 升级 买 批'),
        'buy',
        'buying',
        'purchase',
        'need',
        'budget',
        'plan',
      ]),
    ],
    'low',
    '低意向-潜在需求',
  ),
  rule('warm_source', '主动渠道', [fromWarmSource], 'medium', '中意向-信息收集'),
  rule('otherwise', '其余', [], 'low', '低意向-潜在需求'),
];
