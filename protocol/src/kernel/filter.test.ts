import { expect, test } from 'vitest';

import { Filter } from './filter.ts';

const leaf = { field: 'state', op: 'eq', value: 'assigned' };
const nested = (times: number): unknown => (times === 0 ? leaf : { not: nested(times - 1) });
const asked = (count: number, part: unknown) => ({ all: Array.from({ length: count }, () => part) });
const rulesOf = (filter: unknown) => Filter.safeParse(filter).error?.issues.map((issue) => issue.message);

test.each([
  [leaf],
  [{ all: [leaf, { any: [leaf, { not: leaf }] }] }],
  [{ all: [] }],
  [{ any: [] }],
  [{ field: 'createdAt', op: 'within', value: { relative: '-30d' } }],
  [{ field: 'ownerId', op: 'in', value: [{ me: true }, '018f3a5e-0000-7000-8000-000000000000'] }],
  [{ field: 'amountMinor', op: 'between', value: [0, 1_000_000] }],
  [{ field: 'customer.grade', op: 'isEmpty' }],
])('%j is a filter', (filter) => {
  expect(Filter.parse(filter)).toEqual(filter);
});

test.each([
  ['nothing', null],
  ['text', 'state = 1'],
  ['an unknown operator', { ...leaf, op: 'matches' }],
  ['a further key', { ...leaf, sql: '1=1' }],
  ['two groups at once', { all: [leaf], any: [leaf] }],
  ['a group that is no list', { all: leaf }],
  ['a field name with SQL in it', { ...leaf, field: 'state; drop table leads' }],
  ['a field over two relations', { ...leaf, field: 'a.b.c' }],
  ['a relative value in unknown units', { ...leaf, value: { relative: '-30x' } }],
  ['me, but false', { ...leaf, value: { me: false } }],
  ['a list in a list', { ...leaf, op: 'in', value: [['a']] }],
  ['null as a value', { ...leaf, value: null }],
  ['infinity', { ...leaf, value: Number.POSITIVE_INFINITY }],
  ['text of 201 characters', { ...leaf, value: 'x'.repeat(201) }],
  ['NUL in text', { ...leaf, value: 'a\u0000' }],
  ['half a character', { ...leaf, value: '\ud800' }],
  ['201 listed values', { ...leaf, op: 'in', value: Array.from({ length: 201 }, () => 'a') }],
])('%s is no filter', (_, filter) => {
  expect(Filter.safeParse(filter).success).toBe(false);
});

test('a filter is at most five levels deep', () => {
  expect(Filter.safeParse(nested(4)).success).toBe(true);
  expect(rulesOf(nested(5))).toEqual(['filter_too_deep']);
});

test('nesting that would exhaust the stack is refused like any other depth', () => {
  let deep: unknown = leaf;
  for (let n = 0; n < 100_000; n += 1) deep = { all: [deep] };
  expect(rulesOf(deep)).toEqual(['filter_too_deep']);
});

test('a filter asks at most fifty questions, empty groups counted', () => {
  expect(Filter.safeParse(asked(50, leaf)).success).toBe(true);
  expect(rulesOf(asked(51, leaf))).toEqual(['filter_too_large']);
  expect(rulesOf(asked(51, { any: [] }))).toEqual(['filter_too_large']);
});
