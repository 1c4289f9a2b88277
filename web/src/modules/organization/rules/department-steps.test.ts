import { expect, test } from 'vitest';
import { stepOf } from './department-steps.ts';

const row = (id: string, parentId: string | null = null) => ({ id, name: id, parentId });
const departments = [row('a'), row('b'), row('c'), row('below', 'a')];

test.each([
  ['a', 'up', undefined],
  ['b', 'up', null],
  ['c', 'up', 'a'],
  ['a', 'down', 'b'],
  ['c', 'down', undefined],
  ['below', 'down', undefined],
  ['gone', 'up', undefined],
] as const)('%s goes %s behind %s', (id, direction, behind) => {
  expect(stepOf(departments, id, direction)).toBe(behind);
});
