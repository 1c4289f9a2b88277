import { CustomerProfile } from './priority.ts';

const split = (words: string): string[] => words.split(' ');

/**
 * The profile every organisation starts with and is asked to make its own. Budgets: from 200 000 yuan large, from
 * 50 000 middle; other currencies at about the same worth (rates of 2026, rounded).
 */
export const defaultCustomerProfile: CustomerProfile = CustomerProfile.parse({
  industries: {
    core: [
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
    ],
    near: [
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
    ],
  },
  need: {
    leastLetters: 4,
    clearWords: [
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
    ],
  },
  budgets: {
    CNY: { high: 20_000_000, medium: 5_000_000 },
    USD: { high: 2_800_000, medium: 700_000 },
    EUR: { high: 2_500_000, medium: 600_000 },
    GBP: { high: 2_200_000, medium: 550_000 },
    HKD: { high: 22_000_000, medium: 5_500_000 },
    SGD: { high: 3_700_000, medium: 900_000 },
    TWD: { high: 90_000_000, medium: 22_000_000 },
    JPY: { high: 4_000_000, medium: 1_000_000 },
  },
  points: { high: 5, medium: 3 },
});
