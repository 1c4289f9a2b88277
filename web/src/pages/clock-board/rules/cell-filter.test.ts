import { expect, test } from 'vitest';
import { heatFilter, heatOf, reasonFilter } from './cell-filter.ts';
import { owesReason, recordAddress } from './line.ts';

const stretch = { from: '2026-03-18T02:12:00.000Z', to: '2026-03-18T16:00:00.000Z' };

test('a number of the heat opens what was asked already, of that person and stretch', () => {
  const asked = { field: 'policyKey', op: 'eq' as const, value: 'first_touch' };
  expect(heatFilter(asked, 'm1', stretch)).toEqual({
    all: [
      asked,
      { field: 'ownerId', op: 'eq', value: 'm1' },
      { field: 'state', op: 'eq', value: 'running' },
      { field: 'dueAt', op: 'gte', value: stretch.from },
      { field: 'dueAt', op: 'lt', value: stretch.to },
    ],
  });
});

test('what is overdue has no beginning, what nobody owns asks for an empty owner, a total for nobody', () => {
  expect(heatFilter(undefined, null, { from: null, to: stretch.to })).toEqual({
    all: [
      { field: 'ownerId', op: 'isEmpty' },
      { field: 'state', op: 'eq', value: 'running' },
      { field: 'dueAt', op: 'lt', value: stretch.to },
    ],
  });
  expect(JSON.stringify(heatFilter(undefined, undefined, stretch))).not.toContain('ownerId');
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
  const abilities = { explain: true, pause: true, resume: false, followUp: true };
  expect([owesReason({ abilities, lateReason: null }), owesReason({ abilities, lateReason: 'other' })]).toEqual([
    true,
    false,
  ]);
});
