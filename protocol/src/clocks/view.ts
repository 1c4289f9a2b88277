import { z } from 'zod';
import { OutId, OutInstant, Why } from '../kernel/index.ts';

/** Where a clock stands. `warned` is running past its warning moment; `met` and `breached` are stopped. */
export const ClockState = z.enum(['running', 'warned', 'overdue', 'paused', 'met', 'breached', 'cancelled']);
export type ClockState = z.infer<typeof ClockState>;

/** One time limit on a record, with the rule behind it. */
export const ClockView = z.object({
  id: OutId,
  recordId: OutId,
  policyKey: z.string(),
  state: ClockState,
  startedAt: OutInstant,
  dueAt: OutInstant,
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
