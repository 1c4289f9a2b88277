import { expect, test } from 'vitest';
import { areCells } from './carried-cells.ts';

test.each([
  ['公司\t电话', true],
  ['常州凌越\n无锡新洲', true],
  ['公司\t电话\r\n常州凌越\t13812123434\r\n', true],
  ['常州凌越机电有限公司', false],
  ['常州凌越机电有限公司\r\n', false],
  ['\t\n ', false],
])('copied text %j is cells of a sheet: %s', (text, cells) => {
  expect(areCells(text)).toBe(cells);
});
