import type { WorkCalendar } from '../../calendar/index.ts';
import { endOf, momentOfShare } from './allowance.ts';
import type { Clock, ClockEscalation } from './clock.ts';
import { type ClockPolicy, limitOf } from './policy.ts';
import { earliest, startClock } from './start.ts';

/** What a clock is counted anew by. */
export interface Replanning {
  readonly now: Date;
  /** The calendar the clock was counted on. */
  readonly was: WorkCalendar;
  /** The calendar that holds now. */
  readonly calendar: WorkCalendar;
  /** The policy under its new terms; left out, the clock keeps its own limit. */
  readonly policy?: ClockPolicy;
}

/**
 * Whether a clock can be counted from its start: one that ended, is paused, is past its due moment, is a promised date
 * or was moved by a pause cannot, it keeps what it has.
 */
function countable(clock: Clock, { now, was }: Replanning): boolean {
  const { unit, amount } = clock.limit;
  if (clock.stopped || clock.paused || clock.dueAt <= now || unit === 'fixed_moment') return false;
  return endOf(was, unit, clock.startedAt, amount).getTime() === clock.dueAt.getTime();
}

function onCalendar(clock: Clock, cal: WorkCalendar): Clock {
  const { unit, amount } = clock.limit;
  if (unit === 'fixed_moment') return clock;
  const dueAt = endOf(cal, unit, clock.startedAt, amount);
  const escalations = clock.escalations.map((escalation): ClockEscalation => {
    const terms = escalation.terms.map((term) => ({
      ...term,
      at: endOf(cal, term.unit, term.from === 'start' ? clock.startedAt : dueAt, term.amount),
    }));
    return { ...escalation, at: earliest(terms, dueAt), terms };
  });
  const warnAt = momentOfShare(cal, unit, clock.startedAt, dueAt, clock.warnAtPercent / 100);
  return { ...clock, dueAt, warnAt, escalations };
}

function underTerms(clock: Clock, policy: ClockPolicy, cal: WorkCalendar): Clock {
  limitOf(policy, clock.variant);
  const { explanation: _why, ...fresh } = startClock(policy, clock.variant, clock.startedAt, cal);
  return { ...fresh, missedDueAt: clock.missedDueAt };
}

function sameMoments(a: Clock, b: Clock): boolean {
  const moments = ({ dueAt, warnAt, escalations }: Clock) =>
    JSON.stringify([dueAt, warnAt, escalations.map(({ key, to, at }) => [key, to, at])]);
  return moments(a) === moments(b);
}

/**
 * The clock counted anew from its start, or undefined when it stays as it is. A step already taken is taken again only
 * when its new moment is still to come; a breach is never undone.
 */
export function replan(clock: Clock, by: Replanning): Clock | undefined {
  if (!countable(clock, by)) return undefined;
  const counted = by.policy ? underTerms(clock, by.policy, by.calendar) : onCalendar(clock, by.calendar);
  if (sameMoments(clock, counted)) return undefined;
  const ahead = new Set([
    ...(counted.warnAt > by.now ? ['warn'] : []),
    ...counted.escalations.filter(({ at }) => at > by.now).map(({ key }) => key),
  ]);
  return { ...counted, doneSteps: clock.doneSteps.filter((key) => !ahead.has(key)) };
}
