import type { PostponeTerms } from '@dealtrail/protocol/clocks';
import type { WorkCalendar } from '../../calendar/index.ts';
import { endOf, momentOfShare } from './allowance.ts';
import type { Clock, ClockEscalation } from './clock.ts';
import { DUE_STEP, WARN_STEP } from './policy.ts';
import { earliest } from './start.ts';

// R22: what is put off comes back within 30 days, whoever allows it.
const FARTHEST_MS = 30 * 86_400_000;

/** Why a clock gets no more time. */
export type PostponeRefusal = 'clock_not_running' | 'clock_overdue_already' | 'postpone_not_later' | 'postpone_too_far';

/** What becomes of a wish for more time: the clock moves at once, who is above decides, or nobody may. */
export type PostponeVerdict =
  | { readonly outcome: 'moves' }
  | { readonly outcome: 'asks'; readonly because: 'often' | 'far' }
  | { readonly outcome: 'refused'; readonly refusal: PostponeRefusal };

/** The latest moment to which those who owe the clock may move it themselves. */
function farthestAlone(clock: Clock, { unit, amount }: PostponeTerms, cal: WorkCalendar): Date {
  return endOf(cal, unit, clock.dueAt, amount);
}

/**
 * Judges a wish for more time. Whoever owes the clock moves it as often and as far as its policy lets them; beyond that
 * who is above decides (`decides`: whoever wishes is above themselves). What is overdue is explained, not moved.
 */
export function judgePostponement(
  clock: Clock,
  terms: PostponeTerms,
  wish: { readonly now: Date; readonly to: Date; readonly decides: boolean },
  cal: WorkCalendar,
): PostponeVerdict {
  const refused = (refusal: PostponeRefusal): PostponeVerdict => ({ outcome: 'refused', refusal });
  if (clock.stopped || clock.paused) return refused('clock_not_running');
  if (wish.now > clock.dueAt) return refused('clock_overdue_already');
  if (wish.to <= clock.dueAt) return refused('postpone_not_later');
  if (wish.to.getTime() - clock.dueAt.getTime() > FARTHEST_MS) return refused('postpone_too_far');
  if (wish.decides) return { outcome: 'moves' };
  if (clock.moves >= terms.times) return { outcome: 'asks', because: 'often' };
  return wish.to > farthestAlone(clock, terms, cal) ? { outcome: 'asks', because: 'far' } : { outcome: 'moves' };
}

/**
 * Moves the due moment of a running clock to a later one that somebody granted, and arms its steps again. The warning is
 * measured
 * from now; escalations counted from due follow; those counted from the start that would now come before due no longer
 * count. A due moment already missed stays missed, and the one that held first is remembered.
 * @throws RangeError when the clock is not running or the new moment is not later than both the old one and `at`.
 */
export function postpone(clock: Clock, at: Date, to: Date, cal: WorkCalendar): Clock {
  if (clock.stopped || clock.paused) throw new RangeError(`clock ${clock.policyKey} is not running`);
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
    firstDueAt: clock.firstDueAt ?? clock.dueAt,
    moves: clock.moves + 1,
    missedDueAt: clock.missedDueAt ?? (clock.dueAt < at ? clock.dueAt : null),
  };
}
