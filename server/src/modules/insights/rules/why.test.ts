import { expect, test } from 'vitest';
import { whyEn } from '../../../../../protocol/src/insights/messages/why-en.ts';
import { whyZh } from '../../../../../protocol/src/insights/messages/why-zh.ts';

const gaps = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

test('both languages say the same: every sentence takes the same parameters', () => {
  for (const key of Object.keys(whyZh) as (keyof typeof whyZh)[]) {
    expect(gaps(whyEn[key]), key).toEqual(gaps(whyZh[key]));
  }
});
