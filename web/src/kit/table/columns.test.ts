import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Column, shownColumns, sortAfterPress, sortOf, windowAt } from './columns.ts';

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
  const keys = (chosen?: string[]) => shownColumns(columns, chosen).map((each) => each.key);
  expect(keys()).toEqual(['name', 'state']);
  expect(keys(['note'])).toEqual(['name', 'note']);
  expect(keys(['removed', 'state'])).toEqual(['name', 'state']);
  expect(keys([])).toEqual(['name']);
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
