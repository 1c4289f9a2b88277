import { expect, test } from 'vitest';
import { calendarFrom } from './calendar-facts.ts';
import type { Clock } from './clock.ts';
import { clockPolicy } from './policy.ts';
import { pause, resume } from './pause.ts';
import { replan } from './replan.ts';
import { startClock } from './start.ts';
import { markDone } from './steps.ts';
import { termsBreaches, withTerms } from './terms.ts';
import { termsOf } from './policy.ts';
import { completeLead, firstTouch, nextPromise } from './testing/sample-policies.ts';

const plain = calendarFrom({ zone: 'Asia/Shanghai', days: null, week: null });
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const shown = (moment: Date | undefined) => moment?.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);

// Wednesday.
const START = at('2026-03-18 10:00');
const begin = (policy = firstTouch, variant: string | null = 'high'): Clock => {
  const { explanation: _why, ...clock } = startClock(policy, variant, START, plain);
  return clock;
};
const shorter = withTerms(firstTouch, {
  ...termsOf(firstTouch),
  limit: {
    high: { unit: 'natural_hours', amount: 8 },
    medium: { unit: 'natural_hours', amount: 48 },
    low: { unit: 'natural_hours', amount: 72 },
  },
});

test('a shorter limit counts from the start of the clock, and may be over at once', () => {
  const by = { was: plain, calendar: plain, policy: shorter };
  expect(shown(replan(begin(), { ...by, now: at('2026-03-18 12:00') })?.dueAt)).toBe('2026-03-18 18:00');
  expect(shown(replan(begin(), { ...by, now: at('2026-03-19 09:00') })?.dueAt)).toBe('2026-03-18 18:00');
});

test('a new free day moves what runs over it, by the limit the clock began with', () => {
  const calendar = calendarFrom({ zone: 'Asia/Shanghai', days: { '2026-03-19': 'rest' }, week: null });
  const moved = replan(begin(), { now: at('2026-03-18 12:00'), was: plain, calendar });
  expect(shown(moved?.dueAt)).toBe('2026-03-20 10:00');
  expect(moved?.limit).toEqual({ unit: 'natural_hours', amount: 24 });
});

test('a shorter working day moves working hours', () => {
  const week = { hours: [{ from: '10:30', to: '11:30' }], weekdays: [1, 2, 3, 4, 5] };
  const calendar = calendarFrom({ zone: 'Asia/Shanghai', days: null, week });
  const clock = begin(completeLead, null);
  expect(shown(clock.dueAt)).toBe('2026-03-18 12:00');
  expect(shown(replan(clock, { now: START, was: plain, calendar })?.dueAt)).toBe('2026-03-19 11:30');
});

test.each([
  ['is past its due moment', begin(), at('2026-03-20 10:00')],
  ['is paused', pause(begin(), at('2026-03-18 11:00'), at('2026-03-25 11:00')), at('2026-03-18 12:00')],
  [
    'was moved by a pause',
    resume(pause(begin(), at('2026-03-18 11:00'), at('2026-03-20 11:00')), at('2026-03-19 11:00'), plain),
    at('2026-03-19 12:00'),
  ],
])('a clock that %s keeps its due moment', (_, clock, now) => {
  expect(replan(clock, { now, was: plain, calendar: plain, policy: shorter })).toBeUndefined();
});

test('a promised date is nobody else’s to move', () => {
  const { explanation: _why, ...promise } = startClock(nextPromise, null, START, plain, at('2026-03-19 15:00'));
  const calendar = calendarFrom({ zone: 'Asia/Shanghai', days: { '2026-03-19': 'rest' }, week: null });
  expect(replan(promise, { now: START, was: plain, calendar })).toBeUndefined();
});

test('a warning already given comes again only when its new moment is still ahead', () => {
  const now = at('2026-03-19 06:00');
  const warned = markDone(begin(), ['warn']);
  const longer = withTerms(firstTouch, {
    ...termsOf(firstTouch),
    limit: { ...(firstTouch.limit as object), high: { unit: 'natural_hours', amount: 48 } } as never,
  });
  expect(replan(warned, { now, was: plain, calendar: plain, policy: longer })?.doneSteps).toEqual([]);
  const slightly = withTerms(firstTouch, { ...termsOf(firstTouch), warnAtPercent: 70 });
  expect(replan(warned, { now, was: plain, calendar: plain, policy: slightly })?.doneSteps).toEqual(['warn']);
});

test('the same terms on the same calendar change nothing', () => {
  expect(replan(begin(), { now: START, was: plain, calendar: plain, policy: firstTouch })).toBeUndefined();
});

test.each([
  ['one limit for all', { limit: { unit: 'natural_hours', amount: 24 } }, 'limit_of_another_kind'],
  ['a limit for one intent only', { limit: { high: { unit: 'natural_hours', amount: 24 } } }, 'limit_of_another_kind'],
  [
    'half days',
    {
      limit: {
        high: { unit: 'natural_days', amount: 0.5 },
        medium: { unit: 'natural_days', amount: 1 },
        low: { unit: 'natural_days', amount: 1 },
      },
    },
    'days_must_be_whole',
  ],
  ['a warning after the end', { warnAtPercent: 120 }, 'Too big: expected number to be <=100'],
])('first touch cannot have %s', (_, part, code) => {
  const terms = { ...termsOf(firstTouch), ...part } as never;
  expect(termsBreaches(firstTouch, terms).map((breach) => breach.code)).toContain(code);
});

test('the terms that ship are terms the policy can have', () => {
  for (const policy of [firstTouch, completeLead, nextPromise]) {
    expect(termsBreaches(policy, termsOf(policy))).toEqual([]);
    expect(clockPolicy(withTerms(policy, termsOf(policy)))).toEqual(clockPolicy(policy));
  }
});
