import { opportunitiesWordsEn } from './en.ts';
import { whyEn } from './why-en.ts';
import { whyZh } from './why-zh.ts';
import { opportunitiesWordsZh } from './zh.ts';

/** Every Chinese sentence of opportunities. */
export const opportunitiesZh = { ...opportunitiesWordsZh, ...whyZh };

/** Every English sentence of opportunities. */
export const opportunitiesEn = { ...opportunitiesWordsEn, ...whyEn };
