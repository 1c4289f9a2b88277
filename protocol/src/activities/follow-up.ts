import { z } from 'zod';
import { ReasonKey } from '../clocks/index.ts';
import { Day, Id, Instant, OptionalText, OutDay, OutId, OutInstant } from '../kernel/index.ts';

export const FollowUpMethod = z.enum(['phone', 'visit', 'email', 'wechat', 'meeting', 'sms', 'exhibition']);
export type FollowUpMethod = z.infer<typeof FollowUpMethod>;

/** `reached` is 有效沟通 and stops clocks; the others are 未接通: an attempt, no more. */
export const FollowUpOutcome = z.enum(['reached', 'busy', 'no_answer', 'wrong_number']);
export type FollowUpOutcome = z.infer<typeof FollowUpOutcome>;

/** What every follow-up holds, whatever record it is written on. */
export const newFollowUpShape = {
  /** Id of the follow-up, made by a client that writes offline; `id` is the record in the path. */
  followUpId: Id.optional(),
  method: FollowUpMethod,
  outcome: FollowUpOutcome,
  content: OptionalText(4_000),
  feedback: OptionalText(2_000),
  nextStep: OptionalText(500),
  nextStepOn: Day.nullable().optional(),
  /** HH:MM on the wall of the organisation; without it the next step is due at the end of its day. */
  nextStepTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .optional(),
  /** When it really happened; absent: now. Later than now is refused. */
  occurredAt: Instant.optional(),
  /** Why a passed time limit was missed, asked for when one was. */
  lateReason: ReasonKey.optional(),
  attachmentIds: z.array(Id).max(20).optional(),
  /** Members named by @ in its words; those who may see the record are told. */
  mentionIds: z.array(Id).max(20).optional(),
} as const;

export const FollowUp = z.object({
  id: OutId,
  recordId: OutId,
  number: z.string(),
  method: FollowUpMethod,
  outcome: FollowUpOutcome,
  content: z.string().nullable(),
  feedback: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: OutDay.nullable(),
  nextStepTime: z.string().nullable(),
  occurredAt: OutInstant,
  enteredAt: OutInstant,
  /** Entered more than 24 hours after it happened (补录): cannot undo a breach. */
  enteredLate: z.boolean(),
  authorId: OutId.nullable(),
  authorName: z.string().nullable(),
  /** Somebody away for whom the author did it, as their deputy. */
  behalfOf: z.string().nullable(),
  /** State of the record after this follow-up, where it changed. */
  stateAfter: z.string().nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;
