import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedMinor } from './weighted.ts';

test.each([
  [80_000_000, 60, 48_000_000],
  [101, 50, 51],
  [1, 49, 0],
  [1, 50, 1],
  [-1, 50, 0],
  [-3, 50, -1],
  [-101, 60, -61],
  [9_000_000_000_000_000, 90, 8_100_000_000_000_000],
  [9_007_199_254_740_991, 50, 4_503_599_627_370_496],
  [12_345, 0, 0],
  [12_345, 100, 12_345],
  [null, 60, 0],
])('%s minor units at %i %% weigh %i', (amount, percent, weighted) => {
  expect(weightedMinor(amount, percent)).toBe(weighted);
});

test('the weight lies within half a minor unit of the exact value', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      expect(Math.abs(100 * weightedMinor(amount, percent) - amount * percent)).toBeLessThanOrEqual(50);
    }),
  );
});
