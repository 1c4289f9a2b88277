import { expect, test } from 'vitest';
import { monthGrid, weekdayOf } from './month-grid.ts';

const plain = [1, 2, 3, 4, 5];

test.each([
  ['2026-02-14', 6],
  ['2026-02-16', 1],
  ['2026-11-22', 7],
])('%s is weekday %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

test('a month stands in whole weeks from Monday, each day once', () => {
  const weeks = monthGrid(2026, 2, plain, new Map());
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.flat().filter(Boolean)).toHaveLength(28);
  expect(weeks[0]?.findIndex(Boolean)).toBe(6);
});

test('a special day wins over the rule of its weekday', () => {
  const make = { day: '2026-02-14', kind: 'work' as const, name: null, own: false };
  const days = monthGrid(2026, 2, plain, new Map([[make.day, make]])).flat();
  expect(days.find((day) => day?.day === '2026-02-14')).toMatchObject({ works: true, special: make });
  expect(days.find((day) => day?.day === '2026-02-15')).toMatchObject({ works: false, special: undefined });
});
