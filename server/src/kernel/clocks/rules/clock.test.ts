import { expect, test } from 'vitest';

import { standardCalendar } from '../../calendar/index.ts';
import { type Clock, ClockEscalation, stateOf } from './clock.ts';
import { pause, pauseRefusal, resume } from './pause.ts';
import { postpone } from './postpone.ts';
import { startClock } from './start.ts';
import { dueSteps, markDone, nextStep } from './steps.ts';
import { cancel, stop } from './stop.ts';
import { completeLead, firstTouch, nextPromise, rhythm, screening } from './testing/sample-policies.ts';

const cal = standardCalendar();
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const shown = (moment: Date) => moment.toLocaleString('sv-SE', { timeZone: cal.zone }).slice(0, 16);
const escalation = (clock: Clock, key: string) => shown(clock.escalations.find((one) => one.key === key)!.at);

test('a high lead assigned on Saturday 2026-02-14 17:00, a make-up workday, is due Tuesday 2026-02-24 17:00', () => {
  const clock = startClock(firstTouch, 'high', at('2026-02-14 17:00'), cal);
  expect(shown(clock.dueAt)).toBe('2026-02-24 17:00');
  expect(clock.explanation).toEqual({
    key: 'clocks.first_touch.why',
    params: {
      limitZh: '24 小时',
      limitEn: '24 hours',
      amount: 24,
      unit: 'natural_hours',
      variant: 'high',
      startedAt: '2026-02-14T09:00:00.000Z',
      dueAt: '2026-02-24T09:00:00.000Z',
      restDays: 9,
    },
  });
});

test('a lead saved incomplete on 2026-02-14 17:30 must be complete by 2026-02-24 10:30', () => {
  const clock = startClock(completeLead, null, at('2026-02-14 17:30'), cal);
  expect(shown(clock.dueAt)).toBe('2026-02-24 10:30');
  // 80 % of 2 working hours: 30 minutes before the holiday and 66 after it.
  expect(shown(clock.warnAt)).toBe('2026-02-24 10:06');
});

test.each([
  ['high on a Tuesday: limit + 1 working day', 'high', '2026-03-10 10:00', '2026-03-11 10:00', '2026-03-12 10:00'],
  ['medium on a Tuesday: both come to 3 days', 'medium', '2026-03-10 10:00', '2026-03-12 10:00', '2026-03-13 10:00'],
  ['high on a Friday: 3 days come to Monday', 'high', '2026-03-13 10:00', '2026-03-16 10:00', '2026-03-16 10:00'],
  ['low on a Tuesday: 3 days, at its due moment', 'low', '2026-03-10 10:00', '2026-03-13 10:00', '2026-03-13 10:00'],
  ['low on a Friday: 3 days, before it is due', 'low', '2026-03-13 10:00', '2026-03-18 10:00', '2026-03-16 10:00'],
  ['high before Spring Festival', 'high', '2026-02-14 17:00', '2026-02-24 17:00', '2026-02-24 17:00'],
])('the supervisor hears of a missed first touch: %s', (_, variant, from, due, escalated) => {
  const clock = startClock(firstTouch, variant, at(from), cal);
  expect([shown(clock.dueAt), escalation(clock, 'supervisor')]).toEqual([due, escalated]);
});

test('only a low lead reminds its representative at 48 hours', () => {
  expect(escalation(startClock(firstTouch, 'low', at('2026-03-10 10:00'), cal), 'low_reminder')).toBe(
    '2026-03-12 10:00',
  );
  const keys = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal).escalations.map(({ key }) => key);
  expect(keys).toEqual(['supervisor']);
});

test('a promised moment is kept as promised, also on a Sunday, and cannot be missing', () => {
  const clock = startClock(nextPromise, null, at('2026-03-10 10:00'), cal, at('2026-03-15 10:00'));
  expect([shown(clock.dueAt), shown(clock.warnAt)]).toEqual(['2026-03-15 10:00', '2026-03-14 10:00']);
  expect(() => startClock(nextPromise, null, at('2026-03-10 10:00'), cal)).toThrow(RangeError);
  const past = startClock(nextPromise, null, at('2026-03-10 10:00'), cal, at('2026-03-09 10:00'));
  expect(past.warnAt).toEqual(past.dueAt);
});

test.each([
  ['2026-03-10 10:00', 'running'],
  ['2026-03-11 05:11', 'running'],
  ['2026-03-11 05:12', 'warned'],
  ['2026-03-11 10:00', 'warned'],
  ['2026-03-11 10:01', 'overdue'],
] as const)('a high lead assigned 2026-03-10 10:00 is at %s %s', (now, state) => {
  expect(stateOf(startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal), at(now))).toBe(state);
});

test.each([
  [
    'hours over a weekend',
    firstTouch,
    'high',
    '2026-03-13 10:00',
    '2026-03-13 16:00',
    '2026-03-18 09:00',
    '2026-03-19 03:00',
  ],
  [
    'hours over Spring Festival',
    firstTouch,
    'high',
    '2026-02-13 10:00',
    '2026-02-13 22:00',
    '2026-02-14 12:00',
    '2026-02-24 00:00',
  ],
  [
    'paused and resumed on rest days',
    firstTouch,
    'high',
    '2026-03-13 10:00',
    '2026-03-14 10:00',
    '2026-03-22 10:00',
    '2026-03-23 10:00',
  ],
  [
    'working hours over the holiday',
    completeLead,
    null,
    '2026-02-14 17:00',
    '2026-02-14 17:30',
    '2026-02-23 09:00',
    '2026-02-24 10:30',
  ],
  [
    'days with a moved due date',
    rhythm,
    null,
    '2026-02-02 15:00',
    '2026-02-03 15:00',
    '2026-02-10 15:00',
    '2026-03-03 15:00',
  ],
  ['a working day', screening, null, '2026-03-13 11:00', '2026-03-13 17:00', '2026-03-17 09:00', '2026-03-18 03:00'],
] as const)('what was left runs on after a pause: %s', (_, policy, variant, from, paused, resumed, due) => {
  const clock = pause(startClock(policy, variant, at(from), cal), at(paused), at('2026-04-30 00:00'));
  expect(stateOf(clock, at('2026-04-29 00:00'))).toBe('paused');
  expect(shown(resume(clock, at(resumed), cal).dueAt)).toBe(due);
});

test('after a pause warning and escalation keep their distance', () => {
  const clock = pause(
    startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal),
    at('2026-03-10 12:00'),
    at('2026-03-12 12:00'),
  );
  const resumed = resume(clock, at('2026-03-12 12:00'), cal);
  expect(shown(resumed.dueAt)).toBe('2026-03-13 10:00');
  expect(shown(resumed.warnAt)).toBe('2026-03-13 05:12');
  // Two days of pause: 3 natural days end on Sunday and move to Monday; due + 1 working day is Monday too.
  expect(escalation(resumed, 'supervisor')).toBe('2026-03-16 10:00');
});

test('a pause does not undo what had passed before it', () => {
  const started = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const late = pause(started, at('2026-03-11 12:00'), at('2026-03-20 12:00'));
  const resumed = resume(late, at('2026-03-17 12:00'), cal);
  expect([resumed.dueAt, resumed.warnAt]).toEqual([started.dueAt, started.warnAt]);
  expect(stateOf(resumed, at('2026-03-17 12:00'))).toBe('overdue');
  expect(escalation(resumed, 'supervisor')).toBe('2026-03-18 10:00');
});

test.each([
  ['nothing', true, 30, '2026-04-09 10:00', 0, false, undefined],
  ['a policy without pauses', false, undefined, '2026-03-12 10:00', 0, true, 'pause_not_allowed'],
  ['an end that is not later', true, 30, '2026-03-10 10:00', 0, true, 'pause_end_not_later'],
  ['an end after 31 days', true, 30, '2026-04-10 10:00', 0, true, 'pause_too_long'],
  [
    'an end after 31 days where the policy names no longest',
    true,
    undefined,
    '2026-04-10 10:00',
    0,
    true,
    'pause_too_long',
  ],
  ['an end after the few days of the policy', true, 5, '2026-03-16 10:00', 0, true, 'pause_too_long'],
  ['a second time', true, 30, '2026-03-12 10:00', 1, false, 'pause_needs_supervisor'],
  ['nothing, where the supervisor does it a second time', true, 30, '2026-03-12 10:00', 1, true, undefined],
] as const)('what forbids a pause: %s', (_, mayPause, maxPauseDays, until, pauses, decides, refusal) => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const policy = { ...firstTouch, mayPause, maxPauseDays };
  const stretch = { at: at('2026-03-10 10:00'), until: at(until) };
  expect(pauseRefusal(policy, clock, stretch, { pauses, decides })).toBe(refusal);
});

test('a clock that stands or has ended is not paused, resumed, postponed or stopped again', () => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const [now, later] = [at('2026-03-10 12:00'), at('2026-03-20 12:00')];
  const [paused, stopped] = [pause(clock, now, later), stop(clock, now)];
  expect(pauseRefusal(firstTouch, paused, { at: now, until: later }, { pauses: 0, decides: true })).toBe(
    'clock_not_running',
  );
  for (const idle of [paused, stopped]) {
    expect(() => pause(idle, now, later)).toThrow(RangeError);
    expect(() => postpone(idle, now, later, cal)).toThrow(RangeError);
  }
  expect(() => resume(clock, now, cal)).toThrow(RangeError);
  expect(() => resume(paused, at('2026-03-10 11:00'), cal)).toThrow(RangeError);
  expect(() => pause(clock, later, now)).toThrow(RangeError);
  expect(() => stop(stopped, now)).toThrow(RangeError);
  expect(() => cancel(stopped, now)).toThrow(RangeError);
});

test.each([
  ['in time', '2026-03-11 09:00', undefined, 'met', 0],
  ['at the due moment', '2026-03-11 10:00', undefined, 'met', 0],
  ['an hour late', '2026-03-11 11:00', undefined, 'breached', 1],
  ['before the start', '2026-03-09 10:00', '2026-03-10 11:00', 'met', 0],
  ['in time, entered the same day', '2026-03-11 09:00', '2026-03-11 18:00', 'met', 0],
  ['in time, entered 25 hours later', '2026-03-11 09:00', '2026-03-12 10:00', 'breached', 24],
] as const)('a first touch %s', (_, done, entered, outcome, hours) => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const { stopped } = stop(clock, at(done), entered && at(entered));
  expect(stopped).toMatchObject({ outcome, lateMs: hours * 3_600_000 });
  expect(stopped.at >= clock.startedAt).toBe(true);
});

test('what is done during a pause is in time when the pause began in time', () => {
  const started = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const paused = pause(started, at('2026-03-10 12:00'), at('2026-03-20 12:00'));
  const met = stop(paused, at('2026-03-15 12:00'));
  expect([met.stopped.outcome, met.paused, stateOf(met, at('2026-03-16 12:00'))]).toEqual(['met', null, 'met']);
  const late = pause(started, at('2026-03-11 12:00'), at('2026-03-20 12:00'));
  expect(stop(late, at('2026-03-15 12:00')).stopped).toMatchObject({ outcome: 'breached', lateMs: 2 * 3_600_000 });
});

test('the steps of a clock come in their order, each until it is marked done', () => {
  let clock: Clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  expect(shown(nextStep(clock, at('2026-03-10 10:00'))!)).toBe('2026-03-11 05:12');
  const seen: string[] = [];
  for (const now of [
    '2026-03-11 05:12',
    '2026-03-11 05:12',
    '2026-03-11 10:00',
    '2026-03-12 10:00',
    '2026-04-01 10:00',
  ]) {
    const steps = dueSteps(clock, at(now));
    seen.push(...steps.map(({ kind, to }) => `${kind} ${to}`));
    clock = markDone(
      clock,
      steps.map(({ key }) => key),
    );
  }
  expect(seen).toEqual(['warn owner', 'due owner', 'escalate supervisor']);
  expect(nextStep(clock, at('2026-04-01 10:00'))).toBeNull();
});

test('a sweep that comes late acts at once, but warns nobody of what is due already', () => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const now = at('2026-03-20 10:00');
  expect(nextStep(clock, now)).toEqual(now);
  expect(dueSteps(clock, now).map(({ kind, superseded }) => [kind, superseded])).toEqual([
    ['warn', true],
    ['due', false],
    ['escalate', false],
  ]);
});

test('a paused clock has one step, its return, and an ended clock has none', () => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const paused = pause(clock, at('2026-03-10 12:00'), at('2026-03-20 12:00'));
  expect(dueSteps(paused, at('2026-03-19 12:00'))).toEqual([]);
  expect(dueSteps(paused, at('2026-03-20 12:00')).map(({ kind }) => kind)).toEqual(['resume']);
  expect(nextStep(cancel(clock, at('2026-03-10 12:00')), at('2026-03-20 12:00'))).toBeNull();
});

test('escalations are read back from JSON as they were', () => {
  const { escalations } = startClock(firstTouch, 'low', at('2026-03-10 10:00'), cal);
  const stored: unknown = JSON.parse(JSON.stringify(escalations));
  expect(ClockEscalation.array().parse(stored)).toEqual(escalations);
});
