import { expect, test } from 'vitest';
import { type GivenLead, judgeRefusal } from './refusal.ts';

const assignedAt = new Date('2026-03-18T02:00:00Z');
const given: GivenLead = {
  state: 'assigned',
  assignedAt,
  assignedWhy: [{ key: 'leads.why.assign.rule' }],
  firstTouchAt: null,
  screenerId: null,
  acceptedAt: null,
};
const soon = new Date('2026-03-19T01:59:59Z');
const late = new Date('2026-03-19T02:00:00Z');

test.each<[string, Partial<GivenLead>, Date, ReturnType<typeof judgeRefusal>]>([
  ['a fresh one goes through the rules again', {}, soon, { allowed: true, to: 'rules' }],
  ['not after 24 hours', {}, late, { allowed: false, code: 'refusal_late' }],
  ['not once the customer was reached', { firstTouchAt: soon }, soon, { allowed: false, code: 'refusal_begun' }],
  ['not further on', { state: 'contacted' }, soon, { allowed: false, code: 'refusal_begun' }],
  [
    'not what one found oneself',
    { assignedWhy: [{ key: 'leads.why.assign.own_find' }] },
    soon,
    { allowed: false, code: 'refusal_own_will' },
  ],
  ['a screened one goes to its screener, late too', { screenerId: 's' }, late, { allowed: true, to: 'screener' }],
  [
    'an accepted one no more than others',
    { screenerId: 's', acceptedAt: soon },
    late,
    { allowed: false, code: 'refusal_late' },
  ],
])('%s', (_, change, now, verdict) => {
  expect(judgeRefusal({ ...given, ...change }, now)).toEqual(verdict);
});
