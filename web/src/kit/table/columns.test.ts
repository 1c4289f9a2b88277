import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chosenOf,
  type Column,
  linesOf,
  movedColumn,
  NARROWEST,
  shownColumns,
  sortAfterPress,
  sortOf,
  windowAt,
} from './columns.ts';

const column = (key: string, change: Partial<Column<string>> = {}): Column<string> => ({
  key,
  title: key,
  width: 100,
  render: (row) => row,
  ...change,
});
const columns = [column('name'), column('state'), column('note', { startsHidden: true })];

test('a first press on a head sorts upward, a second downward, a third upward again', () => {
  const first = sortAfterPress(undefined, 'dueAt');
  const second = sortAfterPress(first, 'dueAt');
  expect([first, second, sortAfterPress(second, 'dueAt')]).toEqual(['dueAt', '-dueAt', 'dueAt']);
  expect([
    sortOf('-dueAt', 'dueAt'),
    sortOf('dueAt', 'dueAt'),
    sortOf('name', 'dueAt'),
    sortOf('dueAt', undefined),
  ]).toEqual(['descending', 'ascending', undefined, undefined]);
});

test('the naming column always stands, hidden ones only when asked for, forgotten keys change nothing', () => {
  const keys = (chosen?: string[]) =>
    shownColumns(
      columns,
      chosen?.map((key) => ({ key, width: null })),
    ).map((each) => each.key);
  expect(keys()).toEqual(['name', 'state']);
  expect(keys(['note'])).toEqual(['name', 'note']);
  expect(keys(['removed', 'state'])).toEqual(['name', 'state']);
  expect(keys([])).toEqual(['name']);
});

test('columns stand in the order and width a person gave them', () => {
  const chosen = [
    { key: 'name', width: 300 },
    { key: 'note', width: 5 },
    { key: 'state', width: null },
  ];
  const shown = shownColumns(columns, chosen);
  expect(shown.map(({ key, width }) => [key, width])).toEqual([
    ['name', 300],
    ['note', NARROWEST],
    ['state', 100],
  ]);
  expect(chosenOf(columns, shown)).toEqual([chosen[0], { key: 'note', width: NARROWEST }, chosen[2]]);
  const order = (key: string, by: number) => movedColumn(chosen, key, by).map((each) => each.key);
  expect(order('state', -1)).toEqual(['name', 'state', 'note']);
  expect(order('state', -9)).toEqual(['name', 'state', 'note']);
  expect(order('note', 9)).toEqual(['name', 'state', 'note']);
  expect(order('name', 1)).toEqual(['name', 'note', 'state']);
});

test('a heading stands wherever the group of the rows changes, and nowhere else', () => {
  const lines = linesOf(['a1', 'a2', 'b1'], (row) => row.slice(0, 1));
  expect(lines.map((line) => ('heading' in line ? line.heading : line.index))).toEqual(['a', 0, 1, 'b', 2]);
  expect(linesOf(['a1', 'b1'], undefined)).toHaveLength(2);
});

test('every row in sight is drawn, and never many more', () => {
  const property = fc.property(
    fc.nat(4_000_000),
    fc.integer({ min: 100, max: 2_000 }),
    fc.constantFrom(40, 48),
    fc.nat(100_000),
    (top, height, row, count) => {
      const { from, to } = windowAt(top, height, row, count);
      const first = Math.floor(top / row);
      const last = Math.min(count, Math.ceil((top + height) / row));
      expect(first >= count || (from <= first && to >= last)).toBe(true);
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / row) + 30);
    },
  );
  expect(() => fc.assert(property)).not.toThrow();
});
