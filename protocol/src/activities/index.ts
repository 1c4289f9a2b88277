import { z } from 'zod';
import { ReasonKey } from '../clocks/index.ts';
import {
  ById,
  Day,
  Id,
  Instant,
  ItemsOf,
  operation,
  OptionalText,
  OutDay,
  OutId,
  OutInstant,
  Text,
  Why,
} from '../kernel/index.ts';

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
  /** State of the record after this follow-up, where it changed. */
  stateAfter: z.string().nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const Task = z.object({
  id: OutId,
  recordId: OutId.nullable(),
  recordKind: z.string().nullable(),
  recordTitle: z.string().nullable(),
  kind: z.enum(['first_touch', 'next_step', 'call_back', 'stage', 'complete_lead', 'own']),
  /** Free text, or a message key when the product made the task. */
  title: z.union([z.string(), Why]),
  ownerId: OutId,
  ownerName: z.string().nullable(),
  dueAt: OutInstant.nullable(),
  doneAt: OutInstant.nullable(),
  required: z.boolean(),
  stageKey: z.string().nullable(),
  version: z.number().int(),
});
export type Task = z.infer<typeof Task>;

export const listTasks = operation({
  id: 'activities.listTasks',
  method: 'GET',
  path: '/records/:id/tasks',
  params: ById,
  result: ItemsOf(Task),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Tasks of a record, open ones first.',
});

export const createTask = operation({
  id: 'activities.createTask',
  method: 'POST',
  path: '/tasks',
  body: z.strictObject({
    id: Id.optional(),
    recordId: Id.optional(),
    title: Text(200),
    dueAt: Instant.optional(),
    ownerId: Id.optional(),
  }),
  result: Task,
  status: 201,
  problems: [],
  permission: 'member',
  offline: 'queue',
  summary: 'Makes a task for oneself or a colleague, on a record or free.',
});

export const completeTask = operation({
  id: 'activities.completeTask',
  method: 'POST',
  path: '/tasks/:id/complete',
  params: ById,
  body: z.strictObject({ result: OptionalText(500) }),
  result: Task,
  problems: ['task_done_already'],
  permission: 'member',
  offline: 'queue',
  summary: 'Marks a task as done; only its owner, or who may change its record.',
});

/** One line of a record's history: a follow-up, or a fact with the rule that caused it. */
export const TimelineEntry = z.object({
  id: OutId,
  at: OutInstant,
  kind: z.enum(['follow_up', 'event']),
  actorName: z.string().nullable(),
  /** For events: type such as leads.assigned, and its sentence. */
  type: z.string(),
  text: Why.nullable(),
  followUp: FollowUp.nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const timeline = operation({
  id: 'activities.timeline',
  method: 'GET',
  path: '/records/:id/timeline',
  params: ById,
  query: z.strictObject({ before: Instant.optional() }),
  result: z.object({ items: z.array(TimelineEntry), more: z.boolean() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'History of a record, newest first, 50 entries before a moment.',
});

export const activitiesProblems = {
  follow_up_vague: 422,
  follow_up_in_future: 422,
  late_reason_needed: 422,
  task_done_already: 409,
} as const;
