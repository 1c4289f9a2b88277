import { z } from 'zod';
import { Day, Id, Instant, operation, OutDay, OutId, Text } from '../kernel/index.ts';
import { FollowUp } from './follow-up.ts';

/** What a follow-up loses points by. */
export const QualityReason = z.enum([
  'content_missing',
  'content_vague',
  'content_short',
  'feedback_missing',
  'feedback_vague',
  'next_step_missing',
  'next_step_vague',
  'next_step_date_missing',
  'template_unfilled',
  'entered_late',
]);
export type QualityReason = z.infer<typeof QualityReason>;

/** A follow-up with the record it was written on and its quality. */
export const FollowUpLine = FollowUp.extend({
  recordKind: z.string(),
  recordTitle: z.string(),
  /** 0–100; null for one of before there were scores. */
  score: z.number().int().nullable(),
  reasons: z.array(QualityReason),
  /** Names of the files that hang on it. */
  files: z.array(z.string()),
});
export type FollowUpLine = z.infer<typeof FollowUpLine>;

/** The follow-ups of one person that happened in one week. */
export const QualityCell = z.object({
  memberId: OutId,
  memberName: z.string(),
  /** Monday of the week. */
  weekOn: OutDay,
  count: z.number().int(),
  /** Mean score, half up. */
  average: z.number().int(),
});
export type QualityCell = z.infer<typeof QualityCell>;

export const followUpQuality = operation({
  id: 'activities.followUpQuality',
  method: 'GET',
  path: '/follow-ups/quality',
  query: z.strictObject({ from: Day, to: Day }),
  result: z.object({
    cells: z.array(QualityCell),
    /** How often each person lost points by what. */
    reasons: z.array(z.object({ memberId: OutId, reason: QualityReason, count: z.number().int() })),
    version: z.number().int(),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Mean quality of the follow-ups one may see, by person and week; days from and to count, a year at most.',
});

export const listFollowUps = operation({
  id: 'activities.listFollowUps',
  method: 'GET',
  path: '/follow-ups',
  query: z.strictObject({
    authorId: Id.optional(),
    /** Days between which it happened, both counted. */
    from: Day.optional(),
    to: Day.optional(),
    reason: QualityReason.optional(),
    /** Words in what was said, or in the name of a file. */
    q: Text(100).optional(),
    before: Instant.optional(),
  }),
  result: z.object({ items: z.array(FollowUpLine), more: z.boolean() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Follow-ups on records one may see, the latest first, 50 before a moment.',
});
