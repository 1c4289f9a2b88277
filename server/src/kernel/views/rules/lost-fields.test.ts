import type { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { asking, leadFields } from '../../filters/testing/sample-leads.ts';
import { lostFields } from './lost-fields.ts';

const known: Filter = { field: 'companyName', op: 'contains', value: '纺' };

test.each<[string, Filter | undefined, string | null, string[]]>([
  ['nothing', undefined, null, []],
  ['known fields', known, '-createdAt', []],
  ['a field that is gone', { all: [known, { not: { field: 'grade', op: 'isEmpty' } }] }, null, ['grade']],
  ['a choice that is gone', { any: [{ field: 'state', op: 'in', value: ['screened'] }] }, null, ['state']],
  ['a question that is gone', { field: 'need', op: 'eq', value: 'x' }, null, ['need']],
  [
    'a price this member may not ask for',
    { field: 'budgetMinor', op: 'gt', value: 1 },
    '-budgetMinor',
    ['budgetMinor'],
  ],
  ['a sort that is gone', known, '-expectedOn', ['expectedOn']],
])('a view of %s loses the right fields', (_, filter, sort, lost) => {
  const text = filter ? JSON.stringify(filter) : null;
  expect(lostFields({ filter: text, sort }, leadFields, asking)).toEqual(lost);
});

test('a filter nobody can read any more is lost as a whole', () => {
  expect(lostFields({ filter: '{"every":[]}', sort: null }, leadFields, asking)).toEqual(['filter']);
});
