import { expect, test } from 'vitest';
import { addedUp } from './added-up.ts';

test('sums are added within a currency and never across, the own one first', () => {
  const sums = [
    [{ currency: 'USD', minor: 5 }],
    [],
    [
      { currency: 'CNY', minor: 7 },
      { currency: 'USD', minor: 1 },
    ],
  ];
  expect(addedUp(sums, 'CNY')).toEqual([
    { currency: 'CNY', minor: 7 },
    { currency: 'USD', minor: 6 },
  ]);
  expect(addedUp([], 'CNY')).toEqual([]);
});
