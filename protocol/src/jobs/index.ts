import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';

export const DeadLetterState = z.enum(['open', 'done', 'set_aside']);

/** Something that should have followed a fact and failed every try: what, after which fact, and what it last said. */
export const DeadLetter = z.object({
  id: OutId,
  reaction: z.string(),
  eventType: z.string().nullable(),
  eventAt: OutInstant.nullable(),
  recordId: OutId.nullable(),
  recordKind: z.string().nullable(),
  recordNumber: z.string().nullable(),
  recordTitle: z.string().nullable(),
  /** Address of the record's page; null where there is none. */
  page: z.string().nullable(),
  problem: z.string(),
  tries: z.number().int(),
  failedAt: OutInstant,
  state: DeadLetterState,
  reason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: OutInstant.nullable(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export const overview = operation({
  id: 'operations.overview',
  method: 'GET',
  path: '/operations',
  result: z.object({
    deadLetters: z.number().int(),
    /** Facts nothing has followed yet; more than a few for long is a standstill. */
    factsWaiting: z.number().int(),
    mails: z.object({
      waiting: z.number().int(),
      /** Of the waiting ones, those that wait for the end of quiet hours. */
      held: z.number().int(),
      failed: z.number().int(),
      notConfigured: z.number().int(),
    }),
    mailConfigured: z.boolean(),
    sweeps: z.array(
      z.object({
        name: z.string(),
        everySeconds: z.number().int(),
        /** Last time it went round in any process, to the minute. */
        ranAt: OutInstant.nullable(),
        /** What it failed with for this organisation within the last day. */
        failing: z
          .object({ problem: z.string(), times: z.number().int(), since: OutInstant, lastAt: OutInstant })
          .nullable(),
      }),
    ),
  }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'What runs behind the pages: failed reactions, mails that did not leave, and when each job last went round.',
});

export const listDeadLetters = operation({
  id: 'operations.deadLetters',
  method: 'GET',
  path: '/operations/dead-letters',
  query: z.strictObject({ state: DeadLetterState.optional() }),
  result: ItemsOf(DeadLetter),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'The newest 100 reactions that failed every try; without a state the open ones.',
});

export const runDeadLetter = operation({
  id: 'operations.runDeadLetter',
  method: 'POST',
  path: '/operations/dead-letters/:id/run',
  params: ById,
  result: DeadLetter,
  problems: ['dead_letter_settled'],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Tries a failed reaction once more; one that acted before does nothing. Still failing, it stays open with its new problem.',
});

export const setAsideDeadLetter = operation({
  id: 'operations.setAsideDeadLetter',
  method: 'POST',
  path: '/operations/dead-letters/:id/set-aside',
  params: ById,
  body: z.strictObject({ reason: Text(500) }),
  result: DeadLetter,
  problems: ['dead_letter_settled'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Lets a failed reaction be, with the reason why it need not happen any more.',
});

export const MailState = z.enum(['waiting', 'failed', 'not_configured', 'sent', 'withdrawn']);

export const OutgoingMailView = z.object({
  id: OutId,
  kind: z.string(),
  recipient: z.string(),
  state: z.string(),
  held: z.boolean(),
  attempts: z.number().int(),
  /** What the mail server said, or why it was withdrawn. */
  problem: z.string().nullable(),
  createdAt: OutInstant,
  nextTryAt: OutInstant.nullable(),
  sentAt: OutInstant.nullable(),
  /** False for links that let somebody in: they are not kept and have to be made anew. */
  canRetry: z.boolean(),
});
export type OutgoingMailView = z.infer<typeof OutgoingMailView>;

export const listMails = operation({
  id: 'operations.mails',
  method: 'GET',
  path: '/operations/mails',
  query: z.strictObject({ state: MailState.optional() }),
  result: ItemsOf(OutgoingMailView),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'The newest 100 mails in a state; without one those that did not leave.',
});

export const retryMails = operation({
  id: 'operations.retryMails',
  method: 'POST',
  path: '/operations/mails/retry',
  body: z.strictObject({ ids: z.array(Id).min(1).max(200).optional() }),
  result: z.object({ queued: z.number().int() }),
  problems: ['mail_not_configured'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Sends mails that failed or had no mail server: the given ones, or the newest 1 000.',
});

export const jobsProblems = { dead_letter_settled: 409, mail_not_configured: 422 } as const;
