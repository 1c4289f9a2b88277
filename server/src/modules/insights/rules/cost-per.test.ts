import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costPer } from './cost-per.ts';

test.each([
  [8_000_000, 100, 80_000],
  [100, 3, 33],
  [5, 2, 3],
  [0, 4, 0],
  [8_000_000, 0, null],
  [null, 4, null],
])('a cost of %s for %s is %s a head', (minor, heads, per) => {
  expect(costPer(minor, heads)).toBe(per);
});

test('the costs a head together miss the cost by half a unit a head at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 100_000 }), (minor, heads) => {
      expect(Math.abs((costPer(minor, heads) ?? 0) * heads - minor) * 2).toBeLessThanOrEqual(heads);
    }),
  );
});
