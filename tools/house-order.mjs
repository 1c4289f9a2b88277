/** The chapters in order: a later one may read an earlier one's face, never the reverse. */
export const HOUSE_ORDER = [
  // ground
  'organization',
  // of the kernel, with a screen: what all records have
  'records',
  'customization',
  'catalog',
  'activities',
  'approvals',
  'teamwork',
  'compliance',
  'campaigns',
  // main
  'customers',
  'leads',
  // a channel of leads
  'forms',
  'opportunities',
  'quotes',
  'contracts',
  'delivery',
  'collections',
  'aftersales',
  // what is counted, for the chapter that discusses it
  'insights',
  // upper: read what is below, nobody imports them
  'automation',
  'reviews',
  'forecasting',
  'intelligence',
  'incentives',
  'field',
];

/** The chapters nobody may import. */
export const UPPER_FLOORS = HOUSE_ORDER.slice(HOUSE_ORDER.indexOf('automation'));
