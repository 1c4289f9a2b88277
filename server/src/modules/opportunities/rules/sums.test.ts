import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeFirst, sumsOfStage } from './sums.ts';

const stage = (currency: string, count: number, amountMinor: number, stageKey = 'a') => ({
  stageKey,
  currency,
  count,
  amountMinor,
  weightedMinor: amountMinor / 2,
});

test('a stage counts all its deals and sums each currency apart, the own one first', () => {
  const sums = [stage('USD', 1, 120), stage('CNY', 2, 300), stage('EUR', 4, 0), stage('CNY', 9, 900, 'b')];
  expect(sumsOfStage('a', sums, 'CNY')).toEqual({
    count: 7,
    sums: [
      { currency: 'CNY', amountMinor: 300, weightedMinor: 150 },
      { currency: 'USD', amountMinor: 120, weightedMinor: 60 },
    ],
  });
  expect(sumsOfStage('c', sums, 'CNY')).toEqual({ count: 0, sums: [] });
});

test('no currency is lost or joined with another, whatever the order they come in', () => {
  const codes = fc.uniqueArray(fc.constantFrom('CNY', 'USD', 'EUR', 'HKD', 'JPY'), { minLength: 1 });
  fc.assert(
    fc.property(codes, fc.constantFrom('CNY', 'USD'), (currencies, home) => {
      const ordered = homeFirst(
        currencies.map((currency) => ({ currency })),
        home,
      ).map(({ currency }) => currency);
      expect(ordered.toSorted()).toEqual(currencies.toSorted());
      expect(ordered[0]).toBe(currencies.includes(home) ? home : currencies.toSorted()[0]);
    }),
  );
});
