import { LONGEST_PAUSE_DAYS } from '@dealtrail/protocol/clocks';
import type { WorkCalendar } from '../../calendar/index.ts';
import { endOf, paceOf, shifted } from './allowance.ts';
import type { Clock, ClockEscalation } from './clock.ts';
import type { ClockPolicy } from './policy.ts';
import { earliest } from './start.ts';

const DAY = 86_400_000;

/** Why a clock may not be paused so. */
export type PauseRefusal =
  | 'clock_not_running'
  | 'pause_not_allowed'
  | 'pause_end_not_later'
  | 'pause_too_long'
  | 'pause_needs_supervisor';

/** How often the clock was put off before, and whether whoever does it now decides for others (R22). */
export interface PauseStanding {
  readonly pauses: number;
  readonly decides: boolean;
}

/** The days a clock of this policy may rest at a time. */
export const longestPause = ({ maxPauseDays = LONGEST_PAUSE_DAYS }: Pick<ClockPolicy, 'maxPauseDays'>): number =>
  maxPauseDays;

/**
 * What forbids pausing this clock until that moment; undefined when nothing does. A day here is 24 hours; the second
 * pause is the supervisor's to give.
 */
export function pauseRefusal(
  policy: ClockPolicy,
  clock: Clock,
  { at, until }: { readonly at: Date; readonly until: Date },
  { pauses, decides }: PauseStanding,
): PauseRefusal | undefined {
  if (clock.stopped || clock.paused) return 'clock_not_running';
  if (!policy.mayPause) return 'pause_not_allowed';
  if (until <= at) return 'pause_end_not_later';
  if (until.getTime() - at.getTime() > longestPause(policy) * DAY) return 'pause_too_long';
  return pauses > 0 && !decides ? 'pause_needs_supervisor' : undefined;
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
