import type { WorkCalendar } from '../../calendar/index.ts';
import { endOf, momentOfShare, paceOf, shifted } from './allowance.ts';
import type { Clock, ClockEscalation } from './clock.ts';
import { type ClockPolicy, DUE_STEP, WARN_STEP } from './policy.ts';
import { earliest } from './start.ts';

const DAY = 86_400_000;

/** Why a clock may not be paused so. */
export type PauseRefusal = 'clock_not_running' | 'pause_not_allowed' | 'pause_end_not_later' | 'pause_too_long';

/** What forbids pausing this clock until that moment; undefined when nothing does. A day here is 24 hours. */
export function pauseRefusal(policy: ClockPolicy, clock: Clock, at: Date, until: Date): PauseRefusal | undefined {
  if (clock.stopped || clock.paused) return 'clock_not_running';
  if (!policy.mayPause) return 'pause_not_allowed';
  if (until <= at) return 'pause_end_not_later';
  const longest = policy.maxPauseDays;
  return longest !== undefined && until.getTime() - at.getTime() > longest * DAY ? 'pause_too_long' : undefined;
}

function refuseUnlessRunning(clock: Clock): void {
  if (clock.stopped || clock.paused) throw new RangeError(`clock ${clock.policyKey} is not running`);
}

/**
 * Pauses a clock: until it resumes it warns and breaches nobody.
 * @throws RangeError when it is not running or the end is not later (ask `pauseRefusal` first).
 */
export function pause(clock: Clock, at: Date, until: Date): Clock {
  refuseUnlessRunning(clock);
  if (until <= at) throw new RangeError('a pause ends after it begins');
  return { ...clock, paused: { at, until } };
}

/**
 * Resumes a paused clock. What was left of its limit, counted in its own unit, runs from now; moments that had passed
 * before the pause stay where they were, so a pause never undoes a breach.
 * @throws RangeError when it is not paused, or `at` lies before the pause.
 */
export function resume(clock: Clock, at: Date, cal: WorkCalendar): Clock {
  const pausedAt = clock.paused?.at;
  if (!pausedAt || clock.stopped) throw new RangeError(`clock ${clock.policyKey} is not paused`);
  if (at < pausedAt) throw new RangeError('a clock resumes after its pause began');
  const { unit } = clock.limit;
  const dueAt = shifted(cal, unit, clock.dueAt, pausedAt, at);
  const warnAt = shifted(cal, paceOf(unit), clock.warnAt, pausedAt, at);
  const escalations = clock.escalations.map((escalation): ClockEscalation => {
    const terms = escalation.terms.map((term) => {
      if (term.at <= pausedAt) return term;
      const follows = term.from === 'due' && clock.dueAt > pausedAt;
      const moved = follows
        ? endOf(cal, term.unit, dueAt, term.amount)
        : shifted(cal, term.unit, term.at, pausedAt, at);
      return { ...term, at: moved };
    });
    return { ...escalation, terms, at: earliest(terms, dueAt) };
  });
  return { ...clock, dueAt, warnAt: warnAt < dueAt ? warnAt : dueAt, escalations, paused: null };
}

/**
 * Moves the due moment of a running clock to a later one that somebody granted, and arms its steps again. The warning is
 * measured from now; escalations counted from due follow; those counted from the start that would now come before due no longer count. A due moment
 * already missed stays missed.
 * @throws RangeError when the clock is not running or the new moment is not later than both the old one and `at`.
 */
export function postpone(clock: Clock, at: Date, to: Date, cal: WorkCalendar): Clock {
  refuseUnlessRunning(clock);
  if (to <= clock.dueAt || to <= at) throw new RangeError('a clock is postponed to a later moment');
  const escalations = clock.escalations.map((escalation): ClockEscalation => {
    const terms = escalation.terms
      .map((term) => (term.from === 'due' ? { ...term, at: endOf(cal, term.unit, to, term.amount) } : term))
      .filter((term) => term.at >= to);
    return { ...escalation, terms, at: earliest(terms, to) };
  });
  const again = new Set([WARN_STEP, DUE_STEP, ...escalations.map(({ key }) => key)]);
  return {
    ...clock,
    dueAt: to,
    warnAt: momentOfShare(cal, clock.limit.unit, at, to, clock.warnAtPercent / 100),
    escalations,
    doneSteps: clock.doneSteps.filter((step) => !again.has(step)),
    missedDueAt: clock.missedDueAt ?? (clock.dueAt < at ? clock.dueAt : null),
  };
}
