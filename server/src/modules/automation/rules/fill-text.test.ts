import { expect, test } from 'vitest';
import { fillText } from './fill-text.ts';

const facts = { title: '常州凌越', number: 'XLSH1', owner: '周予安' };

test.each([
  ['{title} 还没有联系', '常州凌越 还没有联系'],
  ['{标题}（{编号}）由{负责人}跟进', '常州凌越（XLSH1）由周予安跟进'],
  ['{ owner }: {number}', '周予安: XLSH1'],
  ['{phone} {} {{title}}', '{phone} {} {常州凌越}'],
])('%s says %s', (text, said) => {
  expect(fillText(text, facts)).toBe(said);
});

test('a fact that looks like a placeholder is not filled in again', () => {
  expect(fillText('{title}', { ...facts, title: '{owner}' })).toBe('{owner}');
});
