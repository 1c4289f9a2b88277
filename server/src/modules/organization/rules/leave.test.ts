import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, isAway, leaveBreach, type WantedLeave } from './leave.ts';

const today = '2026-03-18';
const wanted: WantedLeave = { memberId: 'me', from: '2026-03-20', until: '2026-03-27', deputyId: 'mate' };
const mate: Candidate = { id: 'mate', active: true, joined: true, from: null, until: null, deputyId: null };

test.each<[string, Partial<WantedLeave>, Partial<Candidate> | undefined, string | undefined]>([
  ['a colleague who is there', {}, {}, undefined],
  ['no deputy', { deputyId: null }, undefined, undefined],
  ['an open end without a deputy', { deputyId: null, until: null }, undefined, undefined],
  ['no leave at all', { deputyId: null, from: null, until: null }, undefined, undefined],
  ['an end before the beginning', { until: '2026-03-19' }, {}, 'absence_reversed'],
  ['an end in the past', { from: '2026-03-01', until: '2026-03-17' }, {}, 'leave_over'],
  ['a leave that ends today', { from: '2026-03-01', until: today }, {}, undefined],
  ['a deputy without an end', { until: null }, {}, 'dates_needed'],
  ['oneself', { deputyId: 'me' }, { id: 'me' }, 'deputy_self'],
  ['nobody', {}, undefined, 'deputy_unavailable'],
  ['who left', {}, { active: false }, 'deputy_unavailable'],
  ['who has not joined', {}, { joined: false }, 'deputy_unavailable'],
  ['who is away from the last day on', {}, { from: '2026-03-27', until: null }, 'deputy_absent'],
  ['who is away until the first day', {}, { from: null, until: '2026-03-20' }, 'deputy_absent'],
  ['who is away before', {}, { from: '2026-03-10', until: '2026-03-19' }, undefined],
  ['who is away after', {}, { from: '2026-03-28', until: '2026-03-30' }, undefined],
  ['whose deputy one is oneself', {}, { from: '2026-03-25', until: '2026-03-26', deputyId: 'me' }, 'deputy_circle'],
  ['whose deputy one was before', {}, { from: '2026-03-10', until: '2026-03-12', deputyId: 'me' }, undefined],
])('standing in: %s', (_, part, candidate, code) => {
  const breach = leaveBreach({ ...wanted, ...part }, candidate && { ...mate, ...candidate }, today);
  expect(breach?.code).toBe(code);
});

test('a deputy who is accepted is away on no day of the leave', () => {
  const day = fc.integer({ min: 18, max: 31 }).map((date) => `2026-03-${date}`);
  const days = fc.record({ from: fc.option(day), until: fc.option(day) });
  fc.assert(
    fc.property(day, day, days, day, (from, until, away, any) => {
      const accepted = leaveBreach({ ...wanted, from, until }, { ...mate, ...away }, today) === undefined;
      const within = any >= from && any <= until;
      expect(accepted && within && isAway(away, any)).toBe(false);
    }),
  );
});
