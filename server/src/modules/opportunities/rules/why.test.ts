import { expect, test } from 'vitest';
import { whyEn } from '../../../../../protocol/src/opportunities/messages/why-en.ts';
import { whyZh } from '../../../../../protocol/src/opportunities/messages/why-zh.ts';

/** Names of stages come in both languages (stageZh, stageEn); each sentence takes its own. */
const gaps = (sentence: string): string[] =>
  (sentence.match(/\{\w+\}/g) ?? []).map((gap) => gap.replace(/(?:Zh|En)\}$/, '}')).toSorted();

test('both languages say the same: every sentence takes the same parameters', () => {
  for (const key of Object.keys(whyZh) as (keyof typeof whyZh)[]) {
    expect(gaps(whyEn[key]), key).toEqual(gaps(whyZh[key]));
  }
});
