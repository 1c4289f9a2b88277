/** What a lead may be asked to have, in the order of the page; `phoneOrEmail` is one demand met by phone, landline or e-mail. */
export const leadDemands = [
  'companyName',
  'industry',
  'contactName',
  'contactTitle',
  'phoneOrEmail',
  'need',
  'source',
  'customerType',
  'region',
  'budget',
  'expectedPurchaseOn',
] as const;
