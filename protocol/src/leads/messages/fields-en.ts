import { fieldSentencesEn, type FieldWords } from '../../kernel/field-sentences.ts';

const currencies = { CNY: 'CNY', USD: 'USD', EUR: 'EUR', HKD: 'HKD', JPY: 'JPY', GBP: 'GBP', SGD: 'SGD', TWD: 'TWD' };

/** What rules may ask of a lead, in English. */
export const leadFieldsEn = fieldSentencesEn('leads', {
  source: 'Source',
  need: 'Need',
  needLetters: 'Length of the need',
  industry: 'Industry',
  customerType: {
    label: 'Customer type',
    values: { new: 'new', existing: 'existing', partner: 'partner', government: 'government', other: 'other' },
  },
  budgetMinor: 'Budget (in yuan)',
  currency: { label: 'Currency', values: currencies },
  expectedPurchaseOn: 'Expected purchase day',
  region: 'Region',
  province: 'Province',
  city: 'City',
  companyName: 'Company name',
  contactTitle: 'Job title',
  campaign: 'Campaign',
} satisfies Record<string, FieldWords>);
