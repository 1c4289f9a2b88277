import { z } from 'zod';
import type { NewRow, RowOf } from '../../db/index.ts';
import { type Clock, ClockEscalation } from '../rules/clock.ts';
import { ClockLimit } from '@dealtrail/protocol/clocks';
import type { StartedClock } from '../rules/start.ts';
import { nextStep } from '../rules/steps.ts';

const Escalations = z.array(ClockEscalation);

/** The clock a row holds. */
export function clockOf(row: RowOf<'clocks'>): Clock {
  const { unit, amount, warnAtPercent } = row.allowance;
  const stopped = row.state === 'met' || row.state === 'breached' || row.state === 'cancelled';
  return {
    policyKey: row.policyKey,
    variant: row.variant,
    limit: ClockLimit.parse({ unit, amount }),
    startedAt: row.startedAt,
    dueAt: row.dueAt,
    warnAt: row.warnAt,
    warnAtPercent,
    escalations: Escalations.parse(row.escalations),
    doneSteps: row.doneSteps,
    paused: row.pausedAt && row.pausedUntil ? { at: row.pausedAt, until: row.pausedUntil } : null,
    firstDueAt: row.firstDueAt,
    moves: row.moves,
    missedDueAt: row.missedDueAt,
    stopped:
      stopped && row.stoppedAt
        ? { at: row.stoppedAt, outcome: row.state as 'met' | 'breached' | 'cancelled', lateMs: row.lateMs ?? 0 }
        : null,
  };
}

/** What a row keeps of the running of a clock; `now` decides when the sweep looks at it next. */
export function runningColumns(clock: Clock, now: Date) {
  return {
    state: clock.stopped?.outcome ?? (clock.paused ? ('paused' as const) : ('running' as const)),
    dueAt: clock.dueAt,
    warnAt: clock.warnAt,
    doneSteps: [...clock.doneSteps],
    nextStepAt: nextStep(clock, now),
    pausedAt: clock.paused?.at ?? null,
    pausedUntil: clock.paused?.until ?? null,
    firstDueAt: clock.firstDueAt,
    moves: clock.moves,
    missedDueAt: clock.missedDueAt,
    stoppedAt: clock.stopped?.at ?? null,
    lateMs: clock.stopped?.lateMs ?? null,
    // A clock never loses or gains an escalation, so an empty list is never written again.
    ...(clock.escalations.length > 0 ? { escalations: [...clock.escalations] } : {}),
  };
}

/** The row of a clock just started. */
export function newRow(
  clock: StartedClock,
  ids: { id: string; recordId: string; ownerId: string | null },
  now: Date,
): NewRow<'clocks'> {
  return {
    ...ids,
    policyKey: clock.policyKey,
    variant: clock.variant,
    startedAt: clock.startedAt,
    allowance: { ...clock.limit, warnAtPercent: clock.warnAtPercent },
    escalations: [],
    lateReason: null,
    lateNote: null,
    moveReason: null,
    moveNote: null,
    pauses: 0,
    pauseReason: null,
    pauseNote: null,
    escalatedTo: null,
    why: clock.explanation,
    version: 1,
    ...runningColumns(clock, now),
  };
}
