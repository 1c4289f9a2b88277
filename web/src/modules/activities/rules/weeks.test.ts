import { expect, test } from 'vitest';
import { byPerson, lastWeeks } from './weeks.ts';

test('weeks begin on Monday and end with the one of today', () => {
  expect(lastWeeks('2026-03-18', 3)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
  expect(lastWeeks('2026-03-22', 1)).toEqual(['2026-03-16']);
});

test('a person’s mean weighs each week by its follow-ups; who tells least stands first', () => {
  const cell = (memberId: string, weekOn: string, count: number, average: number) => ({
    memberId,
    memberName: memberId,
    weekOn,
    count,
    average,
  });
  const people = byPerson([
    cell('a', '2026-03-09', 1, 100),
    cell('a', '2026-03-16', 3, 80),
    cell('b', '2026-03-16', 2, 60),
  ]);
  expect(people.map(({ id, count, average }) => [id, count, average])).toEqual([
    ['b', 2, 60],
    ['a', 4, 85],
  ]);
  expect(people[1]?.weeks.get('2026-03-16')?.average).toBe(80);
});
