import { z } from 'zod';
import { ById, operation, OutId, OutInstant, Text, Why } from '../kernel/index.ts';

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

/** Reasons for lateness that ship; an organisation may add its own. */
export const LateReason = z.enum([
  'no_answer',
  'travelling',
  'wrong_number',
  'customer_asked_later',
  'overloaded',
  'on_leave',
  'other',
]);
export type LateReason = z.infer<typeof LateReason>;

export const giveLateReason = operation({
  id: 'clocks.giveLateReason',
  method: 'POST',
  path: '/clocks/:id/reason',
  params: ById,
  body: z.strictObject({ reason: LateReason, note: Text(500).optional() }),
  result: ClockView,
  problems: ['clock_not_late'],
  permission: 'member',
  offline: 'queue',
  summary: 'Records why a time limit was missed; the breach stays.',
});

export const clocksProblems = { clock_not_late: 422 } as const;
