import { expect, test } from 'vitest';
import { detectDelimiter } from './detect-delimiter.ts';

test.each([
  ['公司,联系人\n甲,王\n', ','],
  ['公司;联系人\n甲, 乙;王, 李\n', ';'],
  ['公司\t联系人\n甲,乙\t王\n', '\t'],
  ['公司|联系人|电话\n甲|王;李|138\n', '|'],
  ['"公司,全称";"联系人"\n"甲";"王"\n', ';'],
  ['公司,金额\n"甲;乙",1\n"丙;丁",2\n', ','],
  ['公司,备注;补充\n甲,a\n乙,b;c\n', ','],
  ['公司\n甲\n', ','],
  ['公司;联系人', ';'],
  ['', ','],
] as const)('%j is split by %j', (text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});
