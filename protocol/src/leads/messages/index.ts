import { poolsEn } from './pools-en.ts';
import { poolsZh } from './pools-zh.ts';
import { screeningEn } from './screening-en.ts';
import { screeningZh } from './screening-zh.ts';
import { sentencesEn } from './sentences-en.ts';
import { sentencesZh } from './sentences-zh.ts';
import { whyEn } from './why-en.ts';
import { whyZh } from './why-zh.ts';

/** Chinese sentences of leads. */
export const leadsZh = { ...whyZh, ...sentencesZh, ...poolsZh, ...screeningZh } as const;

/** English sentences of leads. */
export const leadsEn = { ...whyEn, ...sentencesEn, ...poolsEn, ...screeningEn } as const satisfies Record<
  keyof typeof leadsZh,
  string
>;

export { leadFieldsZh } from './fields-zh.ts';
export { leadFieldsEn } from './fields-en.ts';
