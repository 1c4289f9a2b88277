/** What is known of a lead when it comes in, as it was typed, imported or sent; null where nothing was told. */
export interface LeadFacts {
  readonly companyName: string | null;
  readonly contactName: string | null;
  readonly contactTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly landline: string | null;
  readonly wechat: string | null;
  /** Unified social credit code. */
  readonly creditCode: string | null;
  readonly website: string | null;
  /** Key, name or any text of a source. */
  readonly source: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly need: string | null;
  readonly customerType: string | null;
  /** Minor units of `currency`. */
  readonly budgetMinor: number | null;
  /** Null: the organisation's currency. */
  readonly currency: string | null;
  /** yyyy-mm-dd. */
  readonly expectedPurchaseOn: string | null;
  readonly campaign: string | null;
  /** The customer, contact or partner that referred it, by name, and the person there. */
  readonly referrer: string | null;
  readonly referredBy: string | null;
  readonly externalId: string | null;
}
export type FactName = keyof LeadFacts;

/** A lead about which nothing is known. */
export const noFacts: LeadFacts = {
  companyName: null,
  contactName: null,
  contactTitle: null,
  phone: null,
  email: null,
  landline: null,
  wechat: null,
  creditCode: null,
  website: null,
  source: null,
  industry: null,
  region: null,
  province: null,
  city: null,
  need: null,
  customerType: null,
  budgetMinor: null,
  currency: null,
  expectedPurchaseOn: null,
  campaign: null,
  referrer: null,
  referredBy: null,
  externalId: null,
};

/** The facts among the given values; what is absent or undefined is not known. */
export function factsOf(given: { readonly [Name in FactName]?: LeadFacts[Name] | undefined }): LeadFacts {
  const told = Object.keys(noFacts).map((name) => [name, given[name as FactName] ?? null]);
  return Object.fromEntries(told) as LeadFacts;
}

/** Facts a later source may add where nothing is known yet; the first source and the outer id stay as they are. */
const fillable: readonly FactName[] = (Object.keys(noFacts) as FactName[]).filter(
  (name) => !['source', 'currency', 'externalId'].includes(name),
);

/** What `later` adds to the blanks of `known`; empty when it tells nothing new. A budget brings its currency along. */
export function blanksFilledBy(known: LeadFacts, later: LeadFacts): Partial<LeadFacts> {
  const added = fillable.filter((name) => known[name] === null && later[name] !== null);
  const filled = Object.fromEntries(added.map((name) => [name, later[name]])) as Partial<LeadFacts>;
  return filled.budgetMinor === undefined ? filled : { ...filled, currency: later.currency };
}
