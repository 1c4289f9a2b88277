import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInFormat, formatOfCode } from './number-format.ts';
import { numberText } from './number-text.ts';

test.each([
  ['13800138000', '13800138000'],
  ['1.3800138E10', '13800138000'],
  ['1.23456789012346E+17', '123456789012346000'],
  ['110101199003071234', '110101199003071234'],
  ['1.1000000000000001', '1.1'],
  ['0.30000000000000004', '0.3'],
  ['-12.50', '-12.5'],
  ['1E-7', '0.0000001'],
  ['-2.5E-3', '-0.0025'],
  ['1E21', '1000000000000000000000'],
  ['0', '0'],
  ['1.7976931348623157E308', '1.7976931348623157E308'],
  ['not a number', 'not a number'],
  ['', ''],
])('the stored number %j reads as %j', (raw, text) => {
  expect(numberText(raw, { kind: 'number' }, false)).toBe(text);
});

test.each([
  ['0.15', '0%', '15%'],
  ['0.155', '0.00%', '15.5%'],
  ['0.07', '0%', '7%'],
  ['10', '000000', '000010'],
  ['46067', 'yyyy-mm-dd', '2026-02-14'],
  ['46067', 'yyyy"年"m"月"d"日"', '2026-02-14'],
  ['46067', '[$-804]yyyy/m/d;@', '2026-02-14'],
  ['46067.729166666664', 'yyyy/m/d h:mm', '2026-02-14 17:30'],
  ['46067.729178240741', 'm/d/yy h:mm:ss', '2026-02-14 17:30:01'],
  ['0.99999999', 'h:mm:ss', '1900-01-01'],
  ['0.5', 'h:mm AM/PM', '12:00'],
  ['0.5', '上午/下午h"时"mm"分"', '12:00'],
  ['1.25', '[h]:mm', '30:00'],
  ['1', 'd-mmm', '1900-01-01'],
  ['61', 'd-mmm', '1900-03-01'],
  ['-5', 'yyyy-mm-dd', '-5'],
  ['2958466', 'yyyy-mm-dd', '2958466'],
  ['1234.5', '#,##0.00', '1234.5'],
  ['1234.5', '"共"0.0"天"', '1234.5'],
  ['12', '0.00E+00', '12'],
  ['12', '[Red]0;[Blue]-0', '12'],
  ['12', 'General', '12'],
  ['12', '@', '12'],
])('%s in the format %s reads as %s', (raw, code, text) => {
  expect(numberText(raw, formatOfCode(code), false)).toBe(text);
});

test('a workbook of the 1904 calendar counts from another day', () => {
  expect(numberText('44605', { kind: 'date' }, true)).toBe('2026-02-14');
  expect(numberText('2957004', { kind: 'date' }, true)).toBe('2957004');
});

test.each([
  [14, 'date'],
  [22, 'date'],
  [31, 'date'],
  [58, 'date'],
  [20, 'time'],
  [33, 'time'],
  [46, 'duration'],
  [9, 'percent'],
  [0, 'number'],
  [4, 'number'],
  [49, 'number'],
])('the built-in format %i is a %s', (id, kind) => {
  expect(builtInFormat(id).kind).toBe(kind);
});

test('no number ever reads with an exponent, and up to 15 digits nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -9e307, max: 9e307 }).map((value) => value + 0),
      (value) => {
        const text = numberText(String(value), { kind: 'number' }, false);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(/^-?\d+$/.test(String(value)) ? value : Number(value.toPrecision(15)));
      },
    ),
  );
});
