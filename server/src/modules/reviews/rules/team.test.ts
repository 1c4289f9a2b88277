import { expect, test } from 'vitest';
import { holdersIn, type TeamNode, teamOf, treeOf } from './team.ts';

const node = (id: string, parentId: string | null, supervisorId: string | null = null): TeamNode => ({
  id,
  name: id,
  parentId,
  supervisorId,
});

const house = [
  node('sales', null, 'chen'),
  node('north', 'sales', 'wang'),
  node('north-1', 'north'),
  node('north-2', 'north', 'li'),
  node('south', 'sales', 'chen'),
  node('office', null),
];

test.each([
  ['sales', ['sales', 'south']],
  ['north', ['north', 'north-1']],
  ['north-2', ['north-2']],
  ['gone', []],
])('the team of %s ends where somebody else supervises', (id, departments) => {
  expect(teamOf(house, id)).toEqual(departments);
});

test('a month looks at the whole department', () => {
  expect(treeOf(house, 'north')).toEqual(['north', 'north-1', 'north-2']);
  expect(treeOf(house, 'gone')).toEqual([]);
});

test('each supervised team has its check, only the topmost their month; one person has one team', () => {
  expect(holdersIn(house).map(({ department, ownerId, topmost }) => [department.id, ownerId, topmost])).toEqual([
    ['sales', 'chen', true],
    ['north', 'wang', false],
    ['north-2', 'li', false],
  ]);
});

test('everybody belongs to exactly one team of those that are supervised', () => {
  const teams = holdersIn(house).flatMap(({ department }) => teamOf(house, department.id));
  expect(teams.toSorted()).toEqual(['north', 'north-1', 'north-2', 'sales', 'south']);
});
