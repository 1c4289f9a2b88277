import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnForm, cellOf } from './cell.ts';

const context = {
  locale: 'zh' as const,
  words: { 'leadState.won': '成交', 'exports.yes': '是', 'exports.no': '否' },
  maskPhone: () => 'masked phone',
  maskEmail: () => 'masked mail',
};
const names = { website: { zh: '官网', en: 'Website' } };

test.each<[string | null, ColumnForm, boolean, string | number]>([
  ['甲', 'text', false, '甲'],
  [null, 'text', false, ''],
  ['=1+1', 'text', false, '=1+1'],
  ['won', { words: 'leadState' }, false, '成交'],
  ['other', { words: 'leadState' }, false, 'other'],
  ['website', { names }, false, '官网'],
  ['constructor', { names }, false, 'constructor'],
  ['120050.5', 'money', false, 120050.5],
  ['-3', 'number', false, -3],
  ['12345678901234567', 'number', false, '12345678901234567'],
  ['true', 'yes_no', false, '是'],
  ['false', 'yes_no', false, '否'],
  ['13800000001', 'phone', false, 'masked phone'],
  ['13800000001', 'phone', true, '13800000001'],
  ['a@b.cn', 'email', false, 'masked mail'],
  ['a@b.cn', 'email', true, 'a@b.cn'],
])('%j as %j, clear %s, is written %j', (text, form, clear, cell) => {
  expect(cellOf(text, form, clear, context)).toBe(cell);
});

test('a number that is written as one reads back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
      const text = String(minor / 100);
      const cell = cellOf(text, 'money', false, context);
      expect(String(cell)).toBe(text);
    }),
  );
});
