import { expect, test } from 'vitest';
import type { z } from 'zod';

import { ClockPolicy, clockPolicy, limitOf } from './policy.ts';
import { completeLead, firstTouch } from './testing/sample-policies.ts';

type Draft = z.input<typeof ClockPolicy>;
const rulesOf = (draft: unknown) => ClockPolicy.safeParse(draft).error?.issues.map(({ message }) => message);
const escalateAs = (key: string, variants?: string[]) => ({
  key,
  to: 'supervisor' as const,
  after: { earliestOf: [{ unit: 'working_days' as const, amount: 1, from: 'due' as const }] },
  ...(variants ? { variants } : {}),
});

test('a policy is plain JSON: written out and read back it is the same', () => {
  expect(clockPolicy(JSON.parse(JSON.stringify(firstTouch)) as Draft)).toEqual(firstTouch);
});

test('a policy that says nothing about warning, escalation and pause warns at 80 % and does neither', () => {
  const { warnAtPercent: _w, escalations: _e, mayPause: _m, maxPauseDays: _d, explainedBy: _r, ...short } = firstTouch;
  expect(clockPolicy(short)).toMatchObject({ warnAtPercent: 80, escalations: [], explainedBy: [], mayPause: false });
});

test('the limit is the one of the variant', () => {
  expect(limitOf(firstTouch, 'medium')).toEqual({ unit: 'natural_hours', amount: 48 });
  expect(() => limitOf(firstTouch, 'urgent')).toThrow(RangeError);
  expect(() => limitOf(firstTouch, null)).toThrow(RangeError);
});

test.each([
  ['half a day', { limit: { unit: 'natural_days', amount: 1.5 } }],
  ['no time at all', { limit: { unit: 'natural_hours', amount: 0 } }],
  ['an amount for a promised date', { limit: { unit: 'fixed_moment', amount: 3 } }],
  ['no event that stops it', { stops: [] }],
  ['a warning after its end', { warnAtPercent: 120 }],
  ['a further key', { sql: 'select 1' }],
])('a policy with %s is refused', (_, part) => {
  expect(rulesOf({ ...completeLead, ...part })).toHaveLength(1);
});

test.each([
  ['no variant', { limit: {} }, 'limit_missing'],
  ['a step named like one of the engine', { escalations: [escalateAs('due')] }, 'step_key_taken'],
  ['two steps of one name', { escalations: [escalateAs('a'), escalateAs('a')] }, 'step_key_taken'],
  ['a step for an unknown variant', { escalations: [escalateAs('a', ['urgent'])] }, 'variant_unknown'],
  ['a longest pause but no pause', { mayPause: false, maxPauseDays: 30 }, 'pause_not_allowed'],
])('a policy with %s says %s', (_, part, rule) => {
  expect(rulesOf({ ...completeLead, ...part })).toEqual([rule]);
});
