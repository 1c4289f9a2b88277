import { expect, test } from 'vitest';
import { give, missingTargets } from './mapping.ts';

const targets = [
  { key: 'source', label: '来源', required: true },
  { key: 'companyName', label: '客户名称' },
];

test('a field that must have a column is missing until one is given to it', () => {
  expect(missingTargets(targets, {}).map((target) => target.key)).toEqual(['source']);
  expect(missingTargets(targets, { 'Lead Source': 'source' })).toEqual([]);
});

test('a field given to a second column is taken from the first', () => {
  const first = give({ Origin: 'source', Firm: 'companyName' }, 'Lead Source', 'source');
  expect(first).toEqual({ Firm: 'companyName', 'Lead Source': 'source' });
});

test('a column given to no field is left out of the import', () => {
  expect(give({ Origin: 'source' }, 'Origin', undefined)).toEqual({});
});
