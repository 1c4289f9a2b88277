import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from './day-after.ts';
import { daysBetween } from './moments.ts';

test.each([
  ['2026-03-18', 1, '2026-03-19'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 30, '2027-01-30'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days is %s', (day, days, then) => {
  expect(dayAfter(day, days)).toBe(then);
});

test('as many days lie between as were counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), (days) => {
      expect(daysBetween('2026-03-18', dayAfter('2026-03-18', days))).toBe(days);
    }),
  );
});
