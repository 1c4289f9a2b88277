import { z } from 'zod';
import { FollowUp } from './follow-up.ts';
import { ById, Id, Instant, ItemsOf, operation, OptionalText, OutId, OutInstant, Text, Why } from '../kernel/index.ts';

export * from './follow-up.ts';
export * from './quality.ts';
export * from './talk.ts';
export * from './templates.ts';

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
  kind: z.enum(['follow_up', 'comment', 'event']),
  actorName: z.string().nullable(),
  /** For events: type such as leads.assigned, and its sentence. */
  type: z.string(),
  text: Why.nullable(),
  followUp: FollowUp.nullable(),
  /** Words of a comment. */
  comment: z.string().nullable(),
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
