import { expect, test } from 'vitest';
import { fairShares } from './fair-shares.ts';
import type { Assignee, Sharing } from './takers.ts';

const rule: Sharing = {
  departmentIds: [],
  memberIds: [],
  skills: [],
  supervisorFirst: false,
  strategy: 'round_robin',
  weights: { a: 3 },
};
const person = (id: string, change: Partial<Assignee> = {}): Assignee => ({
  id,
  name: id,
  departmentIds: [],
  supervises: [],
  skills: [],
  absent: false,
  openLoad: 0,
  capacity: null,
  ...change,
});

test.each<[Sharing['strategy'], readonly Assignee[], readonly (readonly [number, string | null])[]]>([
  [
    'round_robin',
    [person('a'), person('b', { absent: true })],
    [
      [0.5, null],
      [0.5, 'absent'],
    ],
  ],
  [
    'weighted',
    [person('a'), person('b')],
    [
      [0.75, null],
      [0.25, null],
    ],
  ],
  [
    'load',
    [person('a', { capacity: 30 }), person('b', { capacity: 10, openLoad: 10 })],
    [
      [0.75, null],
      [0.25, 'full'],
    ],
  ],
  [
    'load',
    [person('a', { capacity: 40 }), person('b')],
    [
      [0.5, null],
      [0.5, null],
    ],
  ],
  ['load', [person('a', { capacity: 0 })], []],
])('%s', (strategy, people, shares) => {
  const said = fairShares({ ...rule, strategy }, people).map(({ share, missed }) => [share / 1e9, missed]);
  expect(said).toEqual(shares);
});
