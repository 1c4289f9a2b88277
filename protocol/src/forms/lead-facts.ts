/** Facts of a lead that a door to the outside may take in: what a form may ask for and another system may tell. */
export const leadFacts = [
  'companyName',
  'contactName',
  'contactTitle',
  'phone',
  'email',
  'wechat',
  'industry',
  'province',
  'city',
  'need',
] as const;
