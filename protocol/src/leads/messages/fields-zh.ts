import { fieldSentencesZh, type FieldWords } from '../../kernel/field-sentences.ts';

const currencies = { CNY: 'CNY', USD: 'USD', EUR: 'EUR', HKD: 'HKD', JPY: 'JPY', GBP: 'GBP', SGD: 'SGD', TWD: 'TWD' };

/** What rules may ask of a lead, in Chinese. */
export const leadFieldsZh = fieldSentencesZh('leads', {
  source: '来源',
  need: '需求',
  needLetters: '需求字数',
  industry: '行业',
  customerType: {
    label: '客户类型',
    values: { new: '新客户', existing: '老客户', partner: '合作伙伴', government: '政府/事业单位', other: '其他' },
  },
  budgetMinor: '预算（折合人民币）',
  currency: { label: '币种', values: currencies },
  expectedPurchaseOn: '预计采购日',
  region: '大区',
  province: '省份',
  city: '城市',
  companyName: '客户名称',
  contactTitle: '联系人职务',
  campaign: '活动',
} satisfies Record<string, FieldWords>);
