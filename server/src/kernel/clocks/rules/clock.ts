import { z } from 'zod';

import { type ClockLimit, EscalateTo, EscalationTerm } from '@dealtrail/protocol/clocks';

/** An escalation of a running clock: its moment and the terms it is the earliest of. */
export const ClockEscalation = z.object({
  key: z.string(),
  to: EscalateTo,
  mail: z.boolean().default(true),
  at: z.coerce.date<Date | string>(),
  terms: z.array(z.object({ ...EscalationTerm.shape, at: z.coerce.date<Date | string>() })),
});
export type ClockEscalation = z.infer<typeof ClockEscalation>;

/** How a clock ended: in time, too late, or because what it watched is gone. */
export type ClockOutcome = 'met' | 'breached' | 'cancelled';

/**
 * One running or ended clock. It carries the limit it started with: a later edit of the policy changes later clocks
 * only. Everything here is stored; `escalations` is read back from JSON with `ClockEscalation`.
 */
export interface Clock {
  readonly policyKey: string;
  readonly variant: string | null;
  readonly limit: ClockLimit;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: Date;
  /** Share of the limit after which the owner is warned; also used when the clock is postponed. */
  readonly warnAtPercent: number;
  readonly escalations: readonly ClockEscalation[];
  /** Keys of the steps already taken, so that a sweep run twice acts once. */
  readonly doneSteps: readonly string[];
  readonly paused: { readonly at: Date; readonly until: Date } | null;
  /** The due moment that held before the clock was moved for the first time, and how often it was. */
  readonly firstDueAt: Date | null;
  readonly moves: number;
  /** The first due moment that passed before the clock was postponed: a postponement never undoes a breach. */
  readonly missedDueAt: Date | null;
  readonly stopped: { readonly at: Date; readonly outcome: ClockOutcome; readonly lateMs: number } | null;
}

/** What a person sees of a clock. `warned` is close to due; a paused clock is neither warned nor overdue. */
export type ClockState = 'running' | 'warned' | 'overdue' | 'paused' | ClockOutcome;

/** The state of a clock at that moment; the due moment itself is still in time. */
export function stateOf(clock: Clock, now: Date): ClockState {
  if (clock.stopped) return clock.stopped.outcome;
  if (clock.paused) return 'paused';
  if (now > clock.dueAt) return 'overdue';
  return now >= clock.warnAt ? 'warned' : 'running';
}
