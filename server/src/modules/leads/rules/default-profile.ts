import type { Filter } from '@dealtrail/protocol/kernel';
import type { BookRule } from '../../../kernel/rule-books/index.ts';
import type { PrioritySays, ProfileQuestion, ProfileSettings } from './priority.ts';

const split = (words: string): string[] => words.split(' ');

const coreIndustries = [
  ...split('制造 机械 设备 电子 汽车 工业 信息技术 软件 互联网 通信 IT'),
  'manufacturing',
  'machinery',
  'electronics',
  'automotive',
  'industrial',
  'information technology',
  'software',
  'internet',
  'telecom',
];

const nearIndustries = [
  ...split('教育 医疗 医药 金融 银行 保险 能源 电力 化工 物流 交通 建筑 工程 零售 贸易 政府 公共 食品 服务'),
  'education',
  'health',
  'healthcare',
  'medical',
  'pharma',
  'finance',
  'financial',
  'bank',
  'insurance',
  'energy',
  'chemical',
  'logistics',
  'construction',
  'engineering',
  'retail',
  'trade',
  'government',
  'service',
];

const clearWords = [
  ...split(
    '采购 购买 购置 订购 招标 替换 更换 升级 扩容 上线 部署 建设 改造 实施 参数 规格 型号 报价 预算# #台 #套 #件 #批 #吨 #人 #个 #月 #天 月底 年底 季度',
  ),
  'purchase',
  'procure',
  'buy',
  'order',
  'tender',
  'replace',
  'upgrade',
  'deploy',
  'implement',
  'specification',
  'quotation',
  'quote',
  '# unit',
  '# set',
  '# seat',
  '# license',
  '# user',
  '# day',
  '# week',
  '# month',
  'deadline',
];

/** A need of fewer letters tells nothing yet. */
const LEAST_LETTERS = 4;

const mentions = (field: string, words: string[]): Filter => ({ field, op: 'mentions', value: words });
const enoughTold: Filter = { field: 'needLetters', op: 'gte', value: LEAST_LETTERS };
const budgetFrom = (fen: number): Filter => ({ field: 'budgetMinor', op: 'gte', value: fen });

const rule = (
  id: string,
  name: string,
  when: Filter,
  question: ProfileQuestion,
  points: number,
): BookRule<PrioritySays> => ({ id, name, active: true, when, says: { question, points } });

/**
 * The profile every organisation starts with and is asked to make its own: each of three questions gives up to 2 points.
 * Budgets: from 200 000 yuan large, from 50 000 middle.
 */
export const defaultProfileRules: readonly BookRule<PrioritySays>[] = [
  rule('industry_core', '重点行业', mentions('industry', coreIndustries), 'industry', 2),
  rule('industry_near', '相近行业', mentions('industry', nearIndustries), 'industry', 1),
  rule('need_clear', '需求明确', { all: [enoughTold, mentions('need', clearWords)] }, 'need', 2),
  rule('need_general', '有需求', enoughTold, 'need', 1),
  rule('budget_large', '预算大', budgetFrom(20_000_000), 'budget', 2),
  rule('budget_middle', '预算中等', budgetFrom(5_000_000), 'budget', 1),
];

/** Of 6 points, 5 make a high priority and 3 a medium one. */
export const defaultProfileSettings: ProfileSettings = { high: 5, medium: 3 };
