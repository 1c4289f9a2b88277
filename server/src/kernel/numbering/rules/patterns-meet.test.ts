import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './number-pattern.ts';
import { patternsMeet } from './patterns-meet.ts';

test.each([
  ['XLSH{yyyyMMdd}{nnn}', 'GJ{yyyyMMdd}{nnn}', false],
  ['A{nnn}', 'A{nnnn}', true],
  ['A{yyyyMM}{nnnnn}', 'A{yyyyMMdd}{nnn}', true],
  ['A{yyyy}-{nnn}', 'A{yyyyMM}{nnn}', false],
  ['A{nnn}', 'A0{nnn}', true],
  ['A{nnn}B', 'A{nnn}', false],
  ['{nnn}', '{yyyy}{nnn}', true],
  ['A{nnn}', 'a{nnn}', false],
])('%s and %s can make the same number: %s', (one, other, meet) => {
  expect([patternsMeet(one, other), patternsMeet(other, one)]).toEqual([meet, meet]);
});

const piece = fc.constantFrom('A', '1', '-', '{yyyy}', '{yyMM}', '');
const pattern = fc.tuple(piece, piece, piece, piece).map(([a, b, c, d]) => `${a}${b}{nnn}${c}${d}`);
const day = fc.constantFrom('2024-05-01', '2031-12-24', '1124-01-31');

test('patterns that do not meet never make the same number', () => {
  fc.assert(
    fc.property(pattern, pattern, day, day, fc.nat(3_000), fc.nat(3_000), (one, other, d, e, n, m) => {
      const same = formatNumber(one, d, n + 1) === formatNumber(other, e, m + 1);
      expect(!same || patternsMeet(one, other)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
