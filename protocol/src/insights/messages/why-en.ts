import type { whyZh } from './why-zh.ts';

/** Notes beside the numbers of the analysis, in English. */
export const whyEn = {
  'insights.why.rate': '{leads} leads created in the period (merged duplicates out, invalid in), {converted} signed',
  'insights.why.too_few': 'Fewer than {fewest} leads ({leads}): no rate',
  'insights.why.invalid': '{invalid} of them invalid; {valid} without those',
  'insights.why.young_cohort':
    'The youngest leads are {ageDays} days old, less than the median cycle of {medianCycleDays} days: not compared yet',
} as const satisfies Record<keyof typeof whyZh, string>;
