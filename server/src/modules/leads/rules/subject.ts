import { CustomerType } from '@dealtrail/protocol/leads';
import { Currency } from '@dealtrail/protocol/kernel';
import { declareFields, type FilterRow } from '../../../kernel/filters/index.ts';
import type { LeadToComplete } from './completeness.ts';
import { fold, needWords, tells } from './need-words.ts';

/** A lead as the rules look at it. */
export interface LeadSubject extends LeadToComplete {
  /** Key of the listed source; null where it has none or waits in the tray. */
  readonly listedSource: string | null;
  readonly province?: string | null;
  readonly city?: string | null;
  readonly campaign?: string | null;
  readonly currency?: string | null;
}

/** What rules may ask of a lead that comes in; sentences `leads.fact.…` and `leads.met.…`. */
export const leadSubjectFields = declareFields([
  { name: 'source', kind: 'text', column: 'source', ops: ['in', 'ne', 'isEmpty'] },
  { name: 'need', kind: 'text', column: 'need', ops: ['contains', 'isEmpty'], words: needWords },
  { name: 'needLetters', kind: 'number', column: 'need_letters', ops: ['gte', 'lte'] },
  { name: 'industry', kind: 'text', column: 'industry', ops: ['eq', 'contains', 'isEmpty'], words: needWords },
  { name: 'customerType', kind: 'enum', column: 'customer_type', values: CustomerType.options },
  { name: 'budgetMinor', kind: 'money', column: 'budget_minor', ops: ['gte', 'lte', 'between', 'isEmpty'] },
  { name: 'currency', kind: 'enum', column: 'currency', values: Currency.options, ops: ['eq', 'ne', 'in'] },
  { name: 'expectedPurchaseOn', kind: 'date', column: 'expected_purchase_on' },
  { name: 'region', kind: 'text', column: 'region', ops: ['eq', 'contains', 'isEmpty'] },
  { name: 'province', kind: 'text', column: 'province', ops: ['eq', 'contains', 'isEmpty'] },
  { name: 'city', kind: 'text', column: 'city', ops: ['eq', 'contains', 'isEmpty'] },
  { name: 'companyName', kind: 'text', column: 'company_name', ops: ['contains', 'isEmpty'], words: needWords },
  { name: 'contactTitle', kind: 'text', column: 'contact_title', ops: ['contains', 'isEmpty'], words: needWords },
  { name: 'campaign', kind: 'text', column: 'campaign', ops: ['eq', 'contains', 'isEmpty'] },
]);

const told = (text: string | null | undefined): string | null => (tells(text) ? text : null);

/** What an amount of 20 000 000 fen is in minor units of other currencies: rates of 2026, rounded, to judge a size by. */
const asMuch: Readonly<Record<string, number>> = {
  CNY: 20_000_000,
  USD: 2_800_000,
  EUR: 2_500_000,
  GBP: 2_200_000,
  HKD: 22_000_000,
  SGD: 3_700_000,
  TWD: 90_000_000,
  JPY: 4_000_000,
};

/** About what an amount is in fen; null where nothing is told, or in a currency that is not listed. */
function inYuan(minor: number | null, currency: string): number | null {
  const same = asMuch[currency];
  return minor === null || same === undefined ? null : Math.round((minor * 20_000_000) / same);
}

/** The row rules are asked on: stand-ins such as 无 count as nothing told, budgets are compared in yuan. */
export function rowOfLead(lead: LeadSubject): FilterRow {
  const need = told(lead.need);
  const type = CustomerType.safeParse(lead.customerType);
  return {
    source: lead.listedSource,
    need,
    needLetters: need === null ? null : (fold(need).match(/[\p{L}\p{N}]/gu)?.length ?? 0),
    industry: told(lead.industry),
    customerType: type.success ? type.data : null,
    budgetMinor: inYuan(lead.budgetMinor ?? null, lead.currency ?? 'CNY'),
    currency: lead.currency ?? 'CNY',
    expectedPurchaseOn: lead.expectedPurchaseOn ?? null,
    region: told(lead.region),
    province: told(lead.province),
    city: told(lead.city),
    companyName: told(lead.companyName),
    contactTitle: told(lead.contactTitle),
    campaign: told(lead.campaign),
  };
}
