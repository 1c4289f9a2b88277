import { expect, test } from 'vitest';
import { topicsOf, waitBefore } from './rules.ts';

test('tries are spread and grow from a second to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((failures) => waitBefore(failures, 0.5))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect([waitBefore(1, 0), waitBefore(1, 1)]).toEqual([500, 1_500]);
});

test('kinds once followed stay, so that the line is not opened anew for every page; records do not', () => {
  const record = '019d1111-2222-7333-8444-555555555555';
  expect(topicsOf(['lead', record], [])).toEqual([record, 'lead']);
  expect(topicsOf(['opportunity'], ['lead', record])).toEqual(['lead', 'opportunity']);
  expect(
    topicsOf(
      Array.from({ length: 60 }, (_, i) => `k${i}`),
      ['lead'],
    ),
  ).toHaveLength(50);
});
