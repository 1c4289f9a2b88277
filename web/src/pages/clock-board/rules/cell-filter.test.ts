import { expect, test } from 'vitest';
import { dueIn, heatFilter, heatOf, reasonFilter } from './cell-filter.ts';
import { owesReason, recordAddress } from './line.ts';

const stretch = { from: '2026-03-18T02:12:00.000Z', to: '2026-03-18T16:00:00.000Z' };

const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const now = Date.parse(stretch.from);

test('a number of the heat opens what was asked already, of that person, due then', () => {
  const asked = { field: 'policyKey', op: 'eq' as const, value: 'first_touch' };
  const due = [{ field: 'dueAt', op: 'eq' as const, value: '2026-03-19' }];
  expect(heatFilter(asked, 'm1', due)).toEqual({
    all: [asked, { field: 'ownerId', op: 'eq', value: 'm1' }, { field: 'state', op: 'eq', value: 'running' }, ...due],
  });
});

test('what nobody owns asks for an empty owner, a total for nobody', () => {
  expect(JSON.stringify(heatFilter(undefined, null, []))).toContain('isEmpty');
  expect(JSON.stringify(heatFilter(undefined, undefined, []))).not.toContain('ownerId');
});

test('a column is what is overdue, the rest of today, a whole day, or an hour', () => {
  expect(dueIn({ from: null, to: stretch.to }, 'day', now, dayOf)).toEqual([
    { field: 'dueAt', op: 'lt', value: { relative: '0h' } },
  ]);
  expect(dueIn(stretch, 'day', now, dayOf)).toEqual([
    { field: 'dueAt', op: 'gte', value: { relative: '0h' } },
    { field: 'dueAt', op: 'lte', value: '2026-03-18' },
  ]);
  expect(dueIn({ from: stretch.to, to: '2026-03-19T16:00:00.000Z' }, 'day', now, dayOf)).toEqual([
    { field: 'dueAt', op: 'eq', value: '2026-03-19' },
  ]);
  expect(dueIn(stretch, 'hour', now, dayOf)).toEqual([
    { field: 'dueAt', op: 'gte', value: stretch.from },
    { field: 'dueAt', op: 'lt', value: stretch.to },
  ]);
});

test('a number of the reasons opens the clocks given it, or none', () => {
  expect(JSON.stringify(reasonFilter('travelling', stretch))).toContain('"travelling"');
  expect(JSON.stringify(reasonFilter(null, stretch))).toContain('isEmpty');
});

test.each([
  [0, 10, 0],
  [1, 10, 1],
  [5, 10, 2],
  [10, 10, 4],
  [3, 0, 0],
])('%i of at most %i is marked %i', (count, most, heat) => {
  expect(heatOf(count, most)).toBe(heat);
});

test('a clock leads to the page of its record, and owes a reason until one is given', () => {
  expect(recordAddress({ recordKind: 'lead', recordId: '7' })).toBe('/leads/7');
  const abilities = { explain: true, pause: true, resume: false, followUp: true, postpone: false, decide: false };
  expect([owesReason({ abilities, lateReason: null }), owesReason({ abilities, lateReason: 'other' })]).toEqual([
    true,
    false,
  ]);
});
