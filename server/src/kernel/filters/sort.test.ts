import { expect, test } from 'vitest';

import { FilterRefused } from './refused.ts';
import { compileSort } from './sort.ts';
import { asking, leadFields } from './testing/sample-leads.ts';

const ID = '018f3a5e-0000-7000-8000-000000000001';

test('a list is sorted by one field and the id, both in one direction', () => {
  const newest = compileSort('-createdAt', leadFields, asking, { alias: 'l' });
  expect(newest.orderBy).toBe('l.created_at desc, l.id desc');
  expect(newest.after({ value: '2026-03-18T02:12:00Z', id: ID }, 4)).toEqual({
    sql: '(l.created_at, l.id) < ($5::timestamptz, $6::uuid)',
    parameters: ['2026-03-18T02:12:00Z', ID],
  });
  const byName = compileSort('companyName', leadFields, asking, { idColumn: 'lead_id' });
  expect(byName.orderBy).toBe('company_name, lead_id');
  expect(byName.after({ value: '华为', id: ID }).sql).toBe('(company_name, lead_id) > ($1::text, $2::uuid)');
});

test.each([
  ['unknown', 'unknown_field'],
  ['--createdAt', 'unknown_field'],
  ['-budgetMinor', 'field_not_allowed'],
  ['expectedOn', 'not_sortable'],
])('a sort by %s is refused: %s', (sort, reason) => {
  expect(() => compileSort(sort, leadFields, asking)).toThrow(new FilterRefused('sort', reason as 'not_sortable'));
});
