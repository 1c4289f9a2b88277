import type { FieldFilter, Filter, Period } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';

import { addDays } from '../calendar/index.ts';
import { compilePredicate, type FilterRow } from './compile-predicate.ts';
import { askingAll, leadFields, ME, OTHER } from './testing/sample-leads.ts';

const row: FilterRow = {
  companyName: '华为技术 Huawei',
  state: 'assigned',
  score: '70.500000',
  budgetMinor: 8_500_000,
  expectedOn: '2026-03-18',
  createdAt: new Date('2026-03-17T16:00:00Z'),
  incomplete: false,
  ownerId: ME.toUpperCase(),
};

test.each<[Filter, boolean]>([
  [{ field: 'companyName', op: 'contains', value: 'HUAWEI' }, true],
  [{ field: 'companyName', op: 'eq', value: '华为技术 huawei' }, false],
  [{ field: 'score', op: 'between', value: [70, 70.5] }, true],
  [{ field: 'score', op: 'gt', value: 70.5 }, false],
  [{ field: 'createdAt', op: 'eq', value: { relative: '0d' } }, true],
  [{ field: 'createdAt', op: 'gt', value: '2026-03-17' }, true],
  [{ field: 'expectedOn', op: 'within', value: { relative: '3d' } }, true],
  [{ field: 'ownerId', op: 'eq', value: { me: true } }, true],
  [{ field: 'ownerId', op: 'in', value: [OTHER] }, false],
  [{ field: 'incomplete', op: 'ne', value: true }, true],
  [{ field: 'customer.grade', op: 'ne', value: 'A' }, true],
  [{ field: 'customer.grade', op: 'eq', value: 'A' }, false],
  [{ not: { field: 'need', op: 'contains', value: 'x' } }, true],
  [{ field: 'need', op: 'isEmpty' }, true],
  [{ field: 'companyName', op: 'isEmpty', value: false }, true],
  [{ all: [] }, true],
  [{ any: [] }, false],
])('%j on a lead of Huawei is %s', (filter, answer) => {
  expect(compilePredicate(filter, leadFields, askingAll)(row)).toBe(answer);
});

test('a row with a value that cannot be is our fault, not an answer', () => {
  const predicate = compilePredicate({ field: 'companyName', op: 'eq', value: 'x' }, leadFields, askingAll);
  expect(() => predicate({ companyName: { text: 'x' } })).toThrow(TypeError);
});

// Wednesday 18 March 2026; weeks begin on Monday the 16th.
test.each<[Period, string, string]>([
  [{ period: 'day' }, '2026-03-18', '2026-03-18'],
  [{ period: 'day', shift: -1 }, '2026-03-17', '2026-03-17'],
  [{ period: 'week' }, '2026-03-16', '2026-03-22'],
  [{ period: 'week', shift: -1 }, '2026-03-09', '2026-03-15'],
  [{ period: 'month' }, '2026-03-01', '2026-03-31'],
  [{ period: 'month', shift: -1 }, '2026-02-01', '2026-02-28'],
  [{ period: 'month', shift: 1 }, '2026-04-01', '2026-04-30'],
  [{ period: 'quarter' }, '2026-01-01', '2026-03-31'],
  [{ period: 'quarter', shift: -1 }, '2025-10-01', '2025-12-31'],
  [{ period: 'year' }, '2026-01-01', '2026-12-31'],
])('%j lasts from %s to %s, both days in', (value, first, last) => {
  const holds = (op: FieldFilter['op'], expectedOn: string) =>
    compilePredicate({ field: 'expectedOn', op, value }, leadFields, askingAll)({ ...row, expectedOn });
  const days = [addDays(first, -1), first, last, addDays(last, 1)];
  expect(days.map((day) => holds('eq', day))).toEqual([false, true, true, false]);
  expect(days.map((day) => holds('gte', day))).toEqual([false, true, true, true]);
  expect(days.map((day) => holds('gt', day))).toEqual([false, false, false, true]);
  expect(days.map((day) => holds('lte', day))).toEqual([true, true, true, false]);
  expect(days.map((day) => holds('lt', day))).toEqual([true, false, false, false]);
});
