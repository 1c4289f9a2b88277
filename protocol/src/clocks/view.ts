import { z } from 'zod';
import { OutId, OutInstant, Why } from '../kernel/index.ts';

/** Where a clock stands. `warned` is running past its warning moment; `met` and `breached` are stopped. */
export const ClockState = z.enum(['running', 'warned', 'overdue', 'paused', 'met', 'breached', 'cancelled']);
export type ClockState = z.infer<typeof ClockState>;

/** More time than one may take oneself, asked for and not yet decided on. */
export const ClockAsk = z.object({
  by: z.string(),
  at: OutInstant,
  to: OutInstant,
  reason: z.string(),
  note: z.string().nullable(),
});
export type ClockAsk = z.infer<typeof ClockAsk>;

/** One time limit on a record, with the rule behind it. */
export const ClockView = z.object({
  id: OutId,
  recordId: OutId,
  policyKey: z.string(),
  state: ClockState,
  startedAt: OutInstant,
  dueAt: OutInstant,
  /** The due moment that held before it was moved for the first time; null when it never was. */
  firstDueAt: OutInstant.nullable(),
  /** How often the due moment was moved. */
  moves: z.int(),
  moveReason: z.string().nullable(),
  asked: ClockAsk.nullable(),
  warnAt: OutInstant.nullable(),
  escalateAt: OutInstant.nullable(),
  escalatedTo: z.string().nullable(),
  pausedUntil: OutInstant.nullable(),
  stoppedAt: OutInstant.nullable(),
  lateReason: z.string().nullable(),
  lateNote: z.string().nullable(),
  /** Which rule, in words: key and parameters of a message. */
  why: Why,
});
export type ClockView = z.infer<typeof ClockView>;
