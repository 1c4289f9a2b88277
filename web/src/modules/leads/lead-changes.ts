import type { Currency } from '@dealtrail/protocol/kernel';
import type { Lead } from '@dealtrail/protocol/leads';

/** Facts of a lead that are shown as they are, in the order of the form. */
const plainFacts = [
  'companyName',
  'contactName',
  'contactTitle',
  'industry',
  'customerType',
  'creditCode',
  'website',
  'province',
  'city',
  'region',
  'need',
  'budgetMinor',
  'currency',
  'expectedPurchaseOn',
  'campaign',
  'referrer',
  'referredBy',
] as const;

/** Facts that arrive masked: they are typed anew, never edited, and an empty input leaves them as they are. */
const maskedFacts = ['phone', 'email', 'landline', 'wechat'] as const;

export const leadFacts = [...plainFacts, ...maskedFacts] as const;
export type LeadFact = (typeof leadFacts)[number];

/** Facts of a lead as a form holds them. */
export type LeadTyped = Readonly<
  Partial<Record<Exclude<LeadFact, 'budgetMinor' | 'currency'>, string | null>> & {
    budgetMinor?: number | null;
    currency?: Currency | null;
  }
>;

/** A lead as the edit form begins with it: what is masked begins empty. */
export type LeadBegun = Record<Exclude<LeadFact, 'budgetMinor'>, string | null> & {
  budgetMinor: number | null;
  readonly version: number;
};

export function begunWith(lead: Lead): LeadBegun {
  const shown = Object.fromEntries(plainFacts.map((key) => [key, lead[key]]));
  const hidden = Object.fromEntries(maskedFacts.map((key) => [key, null]));
  return { ...shown, ...hidden, version: lead.version } as LeadBegun;
}

const settled = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : (value ?? null));

/** What was typed as it is compared and sent: trimmed, empty as null; a currency cannot be emptied. */
export function settledFacts(typed: LeadTyped, began: LeadBegun): LeadTyped {
  const facts = leadFacts.map((key) => [key, settled(typed[key])] as const);
  return { ...Object.fromEntries(facts), currency: typed.currency ?? (began.currency as Currency | null) };
}

/** Facts of a new lead as they are sent: nothing that was left empty. */
export function givenFacts<T extends object>(typed: T): Partial<T> {
  const given = Object.entries(typed)
    .map(([key, value]) => [key, settled(value)] as const)
    .filter(([, value]) => value !== null);
  return Object.fromEntries(given) as Partial<T>;
}
