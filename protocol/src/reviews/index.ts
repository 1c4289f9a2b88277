import { z } from 'zod';
import { ReasonKey } from '../clocks/index.ts';
import {
  ById,
  Day,
  Id,
  ItemsOf,
  ListQuery,
  operation,
  OutDay,
  OutId,
  OutInstant,
  PageOf,
  Text,
  Version,
} from '../kernel/index.ts';
import { AgendaPointKey, Cadence, Review, ReviewLine } from './review.ts';

export * from './review.ts';

const read = 'reviews.read';
const hold = 'reviews.hold';

export const listReviews = operation({
  id: 'reviews.list',
  method: 'GET',
  path: '/reviews',
  query: ListQuery,
  result: PageOf(ReviewLine),
  problems: ['filter_refused', 'cursor_invalid'],
  permission: read,
  offline: 'online',
  summary: 'Reviews the member may see, the next due first; filter by cadence, state, department, organiser and day.',
});

export const dueReviews = operation({
  id: 'reviews.due',
  method: 'GET',
  path: '/reviews/due',
  result: ItemsOf(
    z.object({
      id: OutId,
      title: z.string(),
      cadence: Cadence,
      heldOn: OutDay,
      /** Overdue records that still lack a cause or an action; null for a review without them. */
      missing: z.int().nullable(),
    }),
  ),
  problems: [],
  permission: hold,
  offline: 'online',
  summary: 'The open reviews the signed-in member holds, at most five, with what each still lacks.',
});

export const openReview = operation({
  id: 'reviews.open',
  method: 'POST',
  path: '/reviews',
  body: z.strictObject({
    cadence: Cadence,
    departmentId: Id,
    /** Any day of the period; today by default for a week, else a day of the period before. */
    on: Day.optional(),
  }),
  result: Review,
  problems: ['not_found', 'review_not_begun', 'department_unsupervised'],
  permission: hold,
  offline: 'online',
  summary: 'Opens the review of a department and period; the one there is when it was opened before.',
});

export const getReview = operation({
  id: 'reviews.get',
  method: 'GET',
  path: '/reviews/:id',
  params: ById,
  result: Review,
  problems: ['not_found'],
  permission: read,
  offline: 'online',
  summary: 'A review with its agenda, what is overdue, what became of the last actions, and the new ones.',
});

export const updateReview = operation({
  id: 'reviews.update',
  method: 'PATCH',
  path: '/reviews/:id',
  params: ById,
  body: z.strictObject({ version: Version, participantIds: z.array(Id).max(100) }),
  result: Review,
  problems: ['not_found', 'stale_version', 'review_confirmed', 'reference_missing'],
  permission: hold,
  offline: 'online',
  summary: 'Names who takes part in an open review.',
});

export const noteReview = operation({
  id: 'reviews.note',
  method: 'PUT',
  path: '/reviews/:id/notes',
  params: ById,
  body: z.strictObject({ point: AgendaPointKey, text: z.string().trim().max(5_000) }),
  result: Review,
  problems: ['not_found', 'review_confirmed'],
  permission: hold,
  offline: 'online',
  summary: 'Keeps findings and decisions on one point of the agenda; an empty text takes the note away.',
});

export const explainLate = operation({
  id: 'reviews.explainLate',
  method: 'POST',
  path: '/reviews/:id/causes',
  params: ById,
  body: z.strictObject({
    recordIds: z.array(Id).min(1).max(100),
    reason: ReasonKey,
    note: Text(500).optional(),
  }),
  result: Review,
  problems: ['not_found', 'review_confirmed', 'clock_not_late', 'clock_reason_unknown'],
  permission: hold,
  offline: 'online',
  summary: 'Names why records of the team are overdue, for all their missed time limits; the breach stays.',
});

export const saveReviewAction = operation({
  id: 'reviews.saveAction',
  method: 'PUT',
  path: '/reviews/:id/actions',
  params: ById,
  body: z.strictObject({
    /** The action to change; left out for new ones. */
    actionId: Id.optional(),
    /** One action for each of these overdue records; none for one of the review as a whole. */
    recordIds: z.array(Id).max(100).default([]),
    point: AgendaPointKey.optional(),
    /** The action of the review before that goes on. */
    carriesId: Id.optional(),
    text: Text(500),
    ownerId: Id,
    dueOn: Day,
  }),
  result: Review,
  problems: ['not_found', 'review_confirmed', 'reference_missing', 'action_day_passed'],
  permission: hold,
  offline: 'online',
  summary: 'Agrees on an action with owner and day; a record has one action in a review.',
});

export const dropReviewAction = operation({
  id: 'reviews.dropAction',
  method: 'POST',
  path: '/reviews/:id/actions/drop',
  params: ById,
  body: z.strictObject({ actionId: Id }),
  result: Review,
  problems: ['not_found', 'review_confirmed'],
  permission: hold,
  offline: 'online',
  summary: 'Takes an action off an open review.',
});

export const confirmReview = operation({
  id: 'reviews.confirm',
  method: 'POST',
  path: '/reviews/:id/confirm',
  params: ById,
  body: z.strictObject({ version: Version }),
  result: Review,
  problems: ['not_found', 'stale_version', 'review_confirmed', 'review_unmet'],
  permission: hold,
  offline: 'online',
  summary:
    'Confirms the minutes: refused while an overdue record lacks a cause or an action; actions become tasks and the numbers stay as they are now.',
});

export const FollowUpCount = z.enum(['reached', 'attempts', 'enteredLate', 'withoutStep']);
export type FollowUpCount = z.infer<typeof FollowUpCount>;

export const listWeekFollowUps = operation({
  id: 'reviews.followUps',
  method: 'GET',
  path: '/reviews/:id/follow-ups',
  params: ById,
  query: z.strictObject({ memberId: Id.optional(), count: FollowUpCount.optional() }),
  result: ItemsOf(
    z.object({
      id: OutId,
      number: z.string(),
      occurredAt: OutInstant,
      authorName: z.string().nullable(),
      method: z.string(),
      outcome: z.string(),
      content: z.string().nullable(),
      feedback: z.string().nullable(),
      nextStep: z.string().nullable(),
      nextStepOn: OutDay.nullable(),
      enteredLate: z.boolean(),
      recordId: OutId,
      /** Null where the reader may not see the record. */
      recordKind: z.string().nullable(),
      recordTitle: z.string().nullable(),
    }),
  ),
  problems: ['not_found'],
  permission: read,
  offline: 'online',
  summary: 'The follow-ups of the week behind the counts of a weekly check, the newest first, at most 200.',
});

export const reviewsProblems = {
  review_not_begun: 422,
  department_unsupervised: 422,
  review_confirmed: 409,
  review_unmet: 422,
  action_day_passed: 422,
} as const;
