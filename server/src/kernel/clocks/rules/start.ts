import type { Why } from '@dealtrail/protocol/kernel';

import { addDays, isWorkday, localDate, type WorkCalendar } from '../../calendar/index.ts';
import { endOf, momentOfShare } from './allowance.ts';
import type { Clock, ClockEscalation } from './clock.ts';
import type { Escalation } from '@dealtrail/protocol/clocks';
import { limitWords } from './limit-words.ts';
import { type ClockPolicy, limitOf } from './policy.ts';

/** A clock just started, with the reason of its due moment. */
export interface StartedClock extends Clock {
  readonly explanation: Why;
}

/** Rest days that lie between two moments, both days left out. */
function restDaysBetween(cal: WorkCalendar, from: Date, to: Date): number {
  const last = localDate(to, cal.zone);
  let count = 0;
  for (let date = addDays(localDate(from, cal.zone), 1); date < last; date = addDays(date, 1)) {
    if (!isWorkday(cal, date)) count += 1;
  }
  return count;
}

/**
 * Why a clock is due when it is due: the key of its policy's sentence and what fills it (the limit in words, moments as
 * RFC 3339, amounts in the unit named).
 */
export function explanationOf(clock: Clock, cal: WorkCalendar): Why {
  return {
    key: `clocks.${clock.policyKey}.why`,
    params: {
      ...limitWords(clock.limit),
      amount: clock.limit.amount,
      unit: clock.limit.unit,
      variant: clock.variant ?? '',
      startedAt: clock.startedAt.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      restDays: restDaysBetween(cal, clock.startedAt, clock.dueAt),
    },
  };
}

/** The earliest of an escalation's terms. */
export function earliest(terms: ClockEscalation['terms'], otherwise: Date): Date {
  return terms.reduce((first, { at }) => (at < first ? at : first), terms[0]?.at ?? otherwise);
}

function plan(cal: WorkCalendar, { key, to, mail, after }: Escalation, startedAt: Date, dueAt: Date): ClockEscalation {
  const terms = after.earliestOf.map((term) => ({
    ...term,
    at: endOf(cal, term.unit, term.from === 'start' ? startedAt : dueAt, term.amount),
  }));
  return { key, to, mail, at: earliest(terms, dueAt), terms };
}

/**
 * Starts a clock: its due moment, its warning, its escalations and the reason of all this.
 * @param moment the promised moment; needed by, and only by, a policy whose limit is `fixed_moment`.
 * @throws RangeError when the variant is not one of the policy, or the promised moment is missing.
 */
export function startClock(
  policy: ClockPolicy,
  variant: string | null,
  startedAt: Date,
  cal: WorkCalendar,
  moment?: Date,
): StartedClock {
  const limit = limitOf(policy, variant);
  const dueAt = limit.unit === 'fixed_moment' ? moment : endOf(cal, limit.unit, startedAt, limit.amount);
  if (!dueAt) throw new RangeError(`clock ${policy.key} needs the promised moment`);
  const escalations = policy.escalations.filter(({ variants }) => !variants || variants.includes(variant ?? ''));
  const clock: Clock = {
    policyKey: policy.key,
    variant,
    limit,
    startedAt,
    dueAt,
    warnAt: momentOfShare(cal, limit.unit, startedAt, dueAt, policy.warnAtPercent / 100),
    warnAtPercent: policy.warnAtPercent,
    escalations: escalations.map((escalation) => plan(cal, escalation, startedAt, dueAt)),
    doneSteps: [],
    paused: null,
    firstDueAt: null,
    moves: 0,
    missedDueAt: null,
    stopped: null,
  };
  return { ...clock, explanation: explanationOf(clock, cal) };
}
