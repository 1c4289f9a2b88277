import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralCell } from '../../sheets/neutral-cell.ts';
import { cleanCell, cleanChoice } from './clean-cell.ts';

test.each([
  ['  北京示例公司\u3000', '北京示例公司'],
  ['\u00a0138 0013 8000\t', '138 0013 8000'],
  ['a\u0000b\u0007c\u009f', 'abc'],
  ['零\u200b宽\ufeff', '零宽'],
  ['e\u0301', 'é'],
  ['第一行\r\n第二行\r第三行', '第一行\n第二行\n第三行'],
  ['𠮷野家 👨‍👩‍👧', '𠮷野家 👨‍👩‍👧'],
  ['（全角）', '（全角）'],
  ["'=1+1", '=1+1'],
  ["'60年代", "'60年代"],
])('the cell %j is cleaned to %j', (cell, cleaned) => {
  expect(cleanCell(cell)).toBe(cleaned);
});

test.each(['Select', ' select ', '请选择', 'N/A', 'n/a', '-', '无', 'Please Select'])(
  'the choice %j says that nothing was chosen',
  (cell) => {
    expect(cleanChoice(cell)).toBe('');
  },
);

test.each(['Selected Partners', '无锡', 'Google', '-1'])('the choice %j stands', (cell) => {
  expect(cleanChoice(cell)).toBe(cell);
});

test('cleaning twice changes nothing more, unless an apostrophe guard was nested', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (cell) => {
      const once = cleanCell(cell);
      fc.pre(!once.startsWith("'"));
      expect(cleanCell(once)).toBe(once);
    }),
  );
});

test('what the error file guards comes back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = cleanCell(text);
      fc.pre(!cell.startsWith("'"));
      expect(cleanCell(neutralCell(cell))).toBe(cell);
    }),
  );
});
