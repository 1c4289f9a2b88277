import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBudget } from './read-budget.ts';
import { readDay } from './read-day.ts';

test.each<[string, number, string | null]>([
  ['200000', 20_000_000, null],
  ['20万', 20_000_000, null],
  ['20 万元', 20_000_000, 'CNY'],
  ['约１２万', 12_000_000, null],
  ['预算10万以内', 10_000_000, null],
  ['1,200,000.50元', 120_000_050, 'CNY'],
  ['¥35w', 35_000_000, 'CNY'],
  ['1.2亿', 12_000_000_000, null],
  ['$5k', 500_000, 'USD'],
  ['HK$ 80,000', 8_000_000, 'HKD'],
  ['300万日元', 3_000_000, 'JPY'],
  ['0', 0, null],
])('the budget “%s” is %i in %s', (cell, minor, currency) => {
  expect(readBudget(cell)).toEqual({ minor, currency });
});

test.each(['', '面议', '20-30万', '20万~30万', '-5000', '1.2.3', '12,34', '99999999亿', '20万+10万'])(
  'the budget “%s” is not one amount',
  (cell) => {
    expect(readBudget(cell)).toBeUndefined();
  },
);

test('a heading of 万元 scales what names no scale, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (amount) => {
      expect(readBudget(String(amount), null, true)?.minor).toBe(amount * 1_000_000);
      expect(readBudget(`${amount}万`, null, true)?.minor).toBe(amount * 1_000_000);
      expect(readBudget(`${amount}亿`, null, true)?.minor).toBe(
        Math.min(amount, 900_000) === amount ? amount * 10_000_000_000 : undefined,
      );
    }),
  );
});

test.each([
  ['2026-05-01', '2026-05-01'],
  ['2026/5/1', '2026-05-01'],
  ['2026.05.01', '2026-05-01'],
  ['2026年5月1日', '2026-05-01'],
  ['20260501', '2026-05-01'],
  ['2026-05-01 08:30:00', '2026-05-01'],
  ['2026年2月', '2026-02-28'],
  ['2024/02', '2024-02-29'],
])('the date “%s” is %s', (cell, day) => {
  expect(readDay(cell)).toBe(day);
});

test.each(['', '明年', '2026-13', '2026-02-30', '05/06/2026', '1899-12-31', '20261301', '三个月内'])(
  'the date “%s” is none',
  (cell) => {
    expect(readDay(cell)).toBeUndefined();
  },
);
