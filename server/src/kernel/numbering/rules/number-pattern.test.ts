import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatNumber, numberPeriod, patternFaults, periodStart } from './number-pattern.ts';

test.each([
  ['XLSH{yyyyMMdd}{nnn}', 1, 'XLSH20240501001'],
  ['XLSH{yyyyMMdd}{nnn}', 999, 'XLSH20240501999'],
  ['XLSH{yyyyMMdd}{nnn}', 1000, 'XLSH202405011000'],
  ['GJ{yyyyMMdd}{nnn}', 1, 'GJ20240501001'],
  ['HT-{yyyy}-{nnnn}', 12, 'HT-2024-0012'],
  ['合同{yy}{MM}{nnn}', 12, undefined],
  ['合同{yyMM}/{nnnnnn}', 12, '合同2405/000012'],
  ['{nnn}', 7, '007'],
])('the pattern %s with %i makes %s', (pattern, n, number) => {
  const made = patternFaults(pattern).length ? undefined : formatNumber(pattern, '2024-05-01', n);
  expect(made).toBe(number);
});

test.each([
  ['XLSH', ['pattern_needs_one_counter']],
  ['XLSH{nnn}{nnn}', ['pattern_needs_one_counter']],
  ['XLSH{nn}', ['pattern_token_unknown', 'pattern_needs_one_counter']],
  ['XLSH{MMdd}{nnn}', ['pattern_token_unknown']],
  ['XLSH{yyyydd}{nnn}', ['pattern_token_unknown']],
  ['XLSH{yyyy{nnn}', ['pattern_brace_open']],
  ['XL SH{nnn}', ['pattern_character_refused']],
  ["XL'{nnn}", ['pattern_character_refused']],
  [`${'X'.repeat(40)}{nnn}`, ['pattern_too_long']],
])('the pattern %s is refused: %j', (pattern, faults) => {
  expect(patternFaults(pattern)).toEqual(faults);
  expect(() => formatNumber(pattern, '2024-05-01', 1)).toThrow(RangeError);
  expect(() => numberPeriod(pattern, '2024-05-01')).toThrow(RangeError);
});

test.each([
  ['2024-5-1', 1],
  ['2024-05-01', 0],
  ['2024-05-01', 1.5],
])('the date %s with counter %d is refused', (date, n) => {
  expect(() => formatNumber('A{nnn}', date, n)).toThrow(RangeError);
});

test.each([
  ['XLSH{yyyyMMdd}{nnn}', '20240501'],
  ['HT{yyMM}{nnn}', '202405'],
  ['HT{yyyy}-{yyyyMMdd}-{nnn}', '20240501'],
  ['HT{yyyy}{nnn}', '2024'],
  ['K{nnnnnn}', ''],
])('the counter of %s runs within %s', (pattern, period) => {
  expect(numberPeriod(pattern, '2024-05-01')).toBe(period);
});

test.each([
  ['XLSH{yyyyMMdd}{nnn}', '2024-05-17'],
  ['HT{yyMM}{nnn}', '2024-05-01'],
  ['HT{yyyy}{nnn}', '2024-01-01'],
  ['K{nnnnnn}', '0001-01-01'],
])('the counter of %s is kept under %s', (pattern, day) => {
  expect(periodStart(pattern, '2024-05-17')).toBe(day);
});

const patterns = fc.constantFrom('A{yyyyMMdd}{nnn}', '{nnn}-{yyyyMM}', 'B{yyyy}{nnnn}', 'C{nnn}', '{nnn}{yyMMdd}');
const dates = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const counters = fc.integer({ min: 1, max: 20_000 });

test('two objects have one number only when period and counter are the same', () => {
  fc.assert(
    fc.property(patterns, dates, dates, counters, counters, (pattern, day, otherDay, n, m) => {
      const same = numberPeriod(pattern, day) === numberPeriod(pattern, otherDay) && n === m;
      expect(formatNumber(pattern, day, n) === formatNumber(pattern, otherDay, m)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});
