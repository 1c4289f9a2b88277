import { expect, test } from 'vitest';
import { neutralCell } from './neutral-cell.ts';

test.each([
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+1+1',
  '+cmd',
  '-1+cmd()',
  '-2-3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '+86 138*1',
])('%j is guarded', (cell) => {
  expect(neutralCell(cell)).toBe(`'${cell}`);
});

test.each([
  '',
  '北京示例公司',
  '+86 138 0013 8000',
  '+86-10-88886666',
  '+8613800138000',
  '-5',
  '-1,234.50',
  '-3%',
  "'60s",
  'a=b',
])('%j stays readable as it is', (cell) => {
  expect(neutralCell(cell)).toBe(cell);
});
