import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatExactMoney, formatMoney, toMajor, toMinor } from './money.ts';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

test.each([
  [0, '¥0'],
  [850_000, '¥8,500'],
  [850_050, '¥8,500.50'],
  [999_999, '¥9,999.99'],
  [1_000_000, '¥1.0 万'],
  [48_600_000, '¥48.6 万'],
  [1_080_000_000, '¥1,080.0 万'],
  [9_999_400_000, '¥9,999.4 万'],
  [9_999_500_000, '¥1.00 亿'],
  [12_000_000_000, '¥1.20 亿'],
  [-48_600_000, '-¥48.6 万'],
])('%i 分 is said as %s', (minor, said) => {
  expect(formatMoney(cny(minor), 'zh-CN')).toBe(said);
});

test('in English the same amounts are said in thousands and millions', () => {
  expect(formatMoney(cny(850_000), 'en')).toBe('CN¥8,500');
  expect(formatMoney(cny(48_600_000), 'en')).toBe('CN¥486K');
  expect(formatMoney(cny(186_000_000), 'en')).toBe('CN¥1.86M');
});

test('yen have no minor unit and never pass for yuan', () => {
  expect(formatMoney({ minor: 50_000, currency: 'JPY' }, 'zh-CN')).toBe('JP¥5.0 万');
  expect(toMajor({ minor: 50_000, currency: 'JPY' })).toBe(50_000);
});

test('the exact amount shows every digit', () => {
  expect(formatExactMoney(cny(186_000_001), 'zh-CN')).toBe('¥1,860,000.01');
});

test.each([
  ['1.005', 101],
  ['8,500.50', 850_050],
  ['0.1', 10],
])('%s typed in yuan is %i 分', (typed, minor) => {
  expect(toMinor(typed, 'CNY')).toBe(minor);
});

test('what is no amount has no minor units', () => {
  expect(toMinor('', 'CNY')).toBeUndefined();
  expect(toMinor('一万', 'CNY')).toBeUndefined();
});

test('every amount survives the way through an input and back', () => {
  const property = fc.property(
    fc.integer({ min: 0, max: 900_000_000_000_000 }),
    fc.constantFrom('CNY', 'USD', 'JPY'),
    (minor, currency) => {
      expect(toMinor(toMajor({ minor, currency }), currency)).toBe(minor);
    },
  );
  expect(() => fc.assert(property)).not.toThrow();
});
