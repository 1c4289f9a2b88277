import type { Clock, ClockOutcome } from './clock.ts';

// REQUIREMENTS.md R25: an entry over 24 h late is marked 补录 and cannot undo a breach.
const LATEST_ENTRY = 24 * 3_600_000;

/** A clock that has ended. */
export interface StoppedClock extends Clock {
  readonly stopped: { readonly at: Date; readonly outcome: ClockOutcome; readonly lateMs: number };
}

function refuseWhenStopped(clock: Clock): void {
  if (clock.stopped) throw new RangeError(`clock ${clock.policyKey} has stopped already`);
}

/**
 * Stops a clock because what it waited for was done: met up to the due moment, breached after it, by `lateMs`
 * milliseconds of real time. What was done before the start counts as done at the start; what was done during a pause
 * is judged by the moment the pause began.
 * @param at when it was done.
 * @param enteredAt when it was recorded. An entry more than 24 hours after the fact does not undo a breach: such a one
 *   is judged by the moment of entry.
 * @throws RangeError when the clock has stopped already.
 */
export function stop(clock: Clock, at: Date, enteredAt: Date = at): StoppedClock {
  refuseWhenStopped(clock);
  const done = at < clock.startedAt ? clock.startedAt : at;
  const tooLateToCount = enteredAt.getTime() - at.getTime() > LATEST_ENTRY;
  const claimed = tooLateToCount ? enteredAt : done;
  const judged = clock.paused && clock.paused.at < claimed ? clock.paused.at : claimed;
  // A due moment missed before a postponement is undone only by something done before it.
  const due = clock.missedDueAt ?? clock.dueAt;
  const lateMs = Math.max(0, judged.getTime() - due.getTime());
  return { ...clock, paused: null, stopped: { at: done, outcome: lateMs > 0 ? 'breached' : 'met', lateMs } };
}

/**
 * Ends a clock whose object is gone (record deleted, merged, handed to a process without this limit): neither met nor
 * breached.
 * @throws RangeError when the clock has stopped already.
 */
export function cancel(clock: Clock, at: Date): StoppedClock {
  refuseWhenStopped(clock);
  return { ...clock, paused: null, stopped: { at, outcome: 'cancelled', lateMs: 0 } };
}
