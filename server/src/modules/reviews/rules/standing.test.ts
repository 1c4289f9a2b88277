import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalOf, isSlow, standingOf } from './standing.ts';

test.each([
  [40, 14, 400, 40, 'strong'],
  [200, 8, 400, 40, 'weak'],
  [40, 5, 400, 40, null],
  [29, 29, 400, 40, null],
  [30, 0, 400, 4, null],
] as const)('%i leads with %i signings beside %i with %i are %s', (leads, converted, all, signed, standing) => {
  expect(standingOf({ leads, converted }, { leads: all, converted: signed })).toBe(standing);
});

test('the interval holds the share, lies between nothing and all, and narrows with the leads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (leads, share) => {
      const converted = Math.floor(leads * share);
      const [low, high] = intervalOf({ leads, converted });
      expect(low).toBeLessThanOrEqual(converted / leads + 1e-9);
      expect(high).toBeGreaterThanOrEqual(converted / leads - 1e-9);
      expect(low).toBeGreaterThanOrEqual(-1e-9);
      expect(high).toBeLessThanOrEqual(1 + 1e-9);
      const [wider, widest] = intervalOf({ leads: leads * 4, converted: converted * 4 });
      expect(widest - wider).toBeLessThan(high - low);
    }),
  );
});

test.each([
  [60, 40, true],
  [59, 40, false],
  [undefined, 40, false],
  [60, undefined, false],
  [0, 0, false],
])('a median of %s days beside %s is slow: %s', (median, usual, slow) => {
  expect(isSlow(median, usual)).toBe(slow);
});
