import { shippedReasons } from '@dealtrail/protocol/clocks';
import { expect, test } from 'vitest';
import { judgeReasons, reasonsHere, type WantedReason, wordsOf } from './reason-list.ts';

const late = reasonsHere('late', []);
const wanted: WantedReason[] = late.map(({ key, name, active }) => ({ key, name, active }));
const changed = (key: string, part: Partial<WantedReason>) =>
  wanted.map((reason) => (reason.key === key ? { ...reason, ...part } : reason));
const codes = (list: readonly WantedReason[]) => judgeReasons('late', late, list).map(({ code }) => code);

test('an organisation starts with the reasons that ship, all offered under the words of the product', () => {
  expect(late.map(({ key }) => key)).toEqual([...shippedReasons.late]);
  expect(late.every(({ active, name, shipped }) => active && name === null && shipped)).toBe(true);
  expect(wordsOf('late', late[1]!)).toEqual({ zh: '出差在外', en: 'Travelling' });
});

test('what an organisation kept stands first, in its order; what ships later stands behind it', () => {
  const here = reasonsHere('late', [
    { key: 'own_1', name: '展会期间', active: true },
    { key: 'other', name: null, active: false },
  ]);
  expect(here.slice(0, 2).map(({ key }) => key)).toEqual(['own_1', 'other']);
  expect(here).toHaveLength(shippedReasons.late.length + 1);
  expect(wordsOf('late', here[0]!)).toEqual({ zh: '展会期间', en: '展会期间' });
});

test('order, names and new reasons are the organisation’s own', () => {
  expect(codes(wanted.toReversed())).toEqual([]);
  expect(codes(changed('travelling', { name: '外出拜访' }))).toEqual([]);
  expect(codes([...wanted, { name: '系统故障', active: true }])).toEqual([]);
  expect(codes(changed('overloaded', { active: false }))).toEqual([]);
});

test.each([
  ['one that nobody knows', [...wanted, { key: 'own_9', name: '甲', active: true }], ['reason_unknown']],
  ['the same one twice', [...wanted, wanted[0]!], ['reason_twice']],
  ['none where there was one', wanted.slice(1), ['reason_missing']],
  ['an attempt’s own reason switched off', changed('no_answer', { active: false }), ['reason_needed']],
  ['a new one without a name', [...wanted, { name: null, active: true }], ['name_needed']],
  ['a name twice', [...wanted, { name: ' 出差在外 ', active: true }], ['name_taken']],
  ['a name that ships in the other language', [...wanted, { name: 'TRAVELLING', active: true }], ['name_taken']],
])('a list with %s is refused', (_, list, expected) => {
  expect(codes(list)).toEqual(expected);
});

test('of the reasons for pauses one must be offered', () => {
  const pause = reasonsHere('pause', []);
  const off = pause.map(({ key, name }) => ({ key, name, active: false }));
  expect(judgeReasons('pause', pause, off)).toEqual([{ path: 'reasons', code: 'reason_needed' }]);
});
