import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { isWorkday, localDate, standardCalendar } from '../../calendar/index.ts';
import { type Clock, stateOf } from './clock.ts';
import { pause, resume } from './pause.ts';
import { postpone } from './postpone.ts';
import { startClock } from './start.ts';
import { dueSteps, markDone, nextStep } from './steps.ts';
import { stop } from './stop.ts';
import { completeLead, firstTouch, rhythm, screening } from './testing/sample-policies.ts';

const cal = standardCalendar();
const HOUR = 3_600_000;
const moments = fc
  .date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-11-01T00:00:00Z'), noInvalidDate: true })
  .map((moment) => new Date(Math.floor(moment.getTime() / 60_000) * 60_000));
const kinds = fc.constantFrom(
  { policy: firstTouch, variant: 'high' },
  { policy: firstTouch, variant: 'low' },
  { policy: completeLead, variant: null },
  { policy: rhythm, variant: null },
  { policy: screening, variant: null },
);
const clocks = fc.tuple(kinds, moments).map(([{ policy, variant }, from]): Clock => {
  const { explanation: _, ...clock } = startClock(policy, variant, from, cal);
  return clock;
});
const later = (moment: Date, hours: number) => new Date(moment.getTime() + hours * HOUR);
const hours = fc.integer({ min: 0, max: 24 * 20 });

test('a clock warns after its start, is due after its warning and is due on a workday', () => {
  fc.assert(
    fc.property(clocks, (clock) => {
      expect(clock.warnAt >= clock.startedAt && clock.warnAt <= clock.dueAt).toBe(true);
      for (const moment of [clock.dueAt, ...clock.escalations.map((escalation) => escalation.at)]) {
        expect(isWorkday(cal, localDate(moment, cal.zone))).toBe(true);
      }
    }),
  );
});

test('a pause that ends at once changes nothing', () => {
  fc.assert(
    fc.property(clocks, hours, (clock, wait) => {
      const moment = later(clock.startedAt, wait);
      expect(resume(pause(clock, moment, later(moment, 1)), moment, cal)).toEqual(clock);
    }),
  );
});

test('a pause never brings a moment forward, and a longer pause never brings it nearer than a shorter one', () => {
  fc.assert(
    fc.property(
      clocks,
      hours,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      (clock, wait, a, b) => {
        const from = later(clock.startedAt, wait);
        const paused = pause(clock, from, later(from, 24 * 41));
        const [short, long] = [
          resume(paused, later(from, 24 * a), cal),
          resume(paused, later(from, 24 * (a + b)), cal),
        ];
        // Natural days keep the local time of the resumption when a rest day moves the date: compared by date.
        const rank = (moment: Date) =>
          clock.limit.unit === 'natural_days' ? localDate(moment, cal.zone) : moment.getTime();
        expect(rank(short.dueAt) >= rank(clock.dueAt)).toBe(true);
        expect(rank(long.dueAt) >= rank(short.dueAt)).toBe(true);
        expect(short.warnAt <= short.dueAt).toBe(true);
      },
    ),
  );
});

test('a clock is breached when it stops exactly if it was overdue at that moment', () => {
  fc.assert(
    fc.property(clocks, hours, (clock, wait) => {
      const moment = later(clock.startedAt, wait);
      expect(stop(clock, moment).stopped.outcome === 'breached').toBe(stateOf(clock, moment) === 'overdue');
    }),
  );
});

test('whenever the sweep comes, every step is taken once and none before its moment', () => {
  fc.assert(
    fc.property(clocks, fc.array(hours, { maxLength: 12 }), (started, waits) => {
      let clock = started;
      const taken: string[] = [];
      for (const wait of [...waits].toSorted((a, b) => a - b).concat(24 * 60)) {
        const now = later(started.startedAt, wait);
        const steps = dueSteps(clock, now);
        expect(steps.every((step) => step.at <= now)).toBe(true);
        taken.push(...steps.map((step) => step.key));
        clock = markDone(
          clock,
          steps.map((step) => step.key),
        );
        expect((nextStep(clock, now) ?? later(now, 1)) > now).toBe(true);
      }
      expect(taken.toSorted()).toEqual(['warn', 'due', ...started.escalations.map(({ key }) => key)].toSorted());
    }),
  );
});

test('a sweep that follows the next step misses nothing and looks no more often than there are steps', () => {
  fc.assert(
    fc.property(clocks, (started) => {
      let clock = started;
      let looks = 0;
      for (let next = nextStep(clock, started.startedAt); next; next = nextStep(clock, next)) {
        const steps = dueSteps(clock, next);
        expect(steps.length).toBeGreaterThan(0);
        clock = markDone(
          clock,
          steps.map((step) => step.key),
        );
        looks += 1;
      }
      expect(looks).toBeLessThanOrEqual(2 + started.escalations.length);
      expect(clock.doneSteps).toHaveLength(2 + started.escalations.length);
    }),
  );
});

test('a postponed clock is due at the new moment, escalates not before it and remembers a missed one', () => {
  fc.assert(
    fc.property(clocks, hours, fc.integer({ min: 1, max: 24 * 30 }), (clock, wait, more) => {
      const now = later(clock.startedAt, wait);
      const to = later(now > clock.dueAt ? now : clock.dueAt, more);
      const postponed = postpone(clock, now, to, cal);
      expect(postponed.dueAt).toEqual(to);
      expect(postponed.warnAt >= now && postponed.warnAt <= to).toBe(true);
      expect(postponed.escalations.every((escalation) => escalation.at >= to)).toBe(true);
      expect(postponed.missedDueAt !== null).toBe(now > clock.dueAt);
    }),
  );
});
