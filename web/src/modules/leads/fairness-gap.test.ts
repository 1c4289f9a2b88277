import { expect, test } from 'vitest';
import { gapsOf } from './fairness-gap.ts';

const share = {
  memberId: 'm',
  name: '周予安',
  expected: 10,
  missedAbsent: 0,
  absentDays: 0,
  missedFull: 0,
  received: 10,
  refused: 0,
};

test.each([
  ['within a lead nothing is to explain', { received: 9 }, []],
  ['leave', { received: 6, missedAbsent: 4 }, [['absent', 4]]],
  [
    'leave and a full desk, the weightier first',
    { received: 3, missedAbsent: 2, missedFull: 5 },
    [
      ['full', 5],
      ['absent', 2],
    ],
  ],
  ['more than fair: others were away or full', { received: 14 }, [['stood_in', 4]]],
  ['less than fair though there: others held fewer', { received: 5.5 }, [['loaded', 4.5]]],
])('%s', (_, change, gaps) => {
  expect(gapsOf({ ...share, ...change }).map(({ because, leads }) => [because, leads])).toEqual(gaps);
});
