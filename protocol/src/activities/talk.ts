import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';

/** Members named by @ in what was written; each who may see the record is told. */
export const MentionIds = z.array(Id).max(20);

export const Comment = z.object({
  id: OutId,
  recordId: OutId,
  text: z.string(),
  at: OutInstant,
  authorId: OutId,
  authorName: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;

export const addComment = operation({
  id: 'activities.addComment',
  method: 'POST',
  path: '/records/:id/comments',
  params: ById,
  body: z.strictObject({ commentId: Id.optional(), text: Text(2_000), mentionIds: MentionIds.optional() }),
  result: Comment,
  status: 201,
  problems: [],
  permission: 'member',
  offline: 'queue',
  summary: 'Says something about a record to those who see it; whoever is mentioned is told. Gives nobody a right.',
});

export const askSight = operation({
  id: 'activities.askSight',
  method: 'POST',
  path: '/records/:id/sight',
  params: ById,
  body: z.strictObject({ memberIds: MentionIds }),
  result: z.object({ unseeing: z.array(z.object({ id: OutId, name: z.string() })) }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Those of some members who do not see a record and so would not be told.',
});

export const getWatch = operation({
  id: 'activities.getWatch',
  method: 'GET',
  path: '/records/:id/watch',
  params: ById,
  result: z.object({ watching: z.boolean() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Whether the member follows a record.',
});

export const setWatch = operation({
  id: 'activities.setWatch',
  method: 'PUT',
  path: '/records/:id/watch',
  params: ById,
  body: z.strictObject({ watching: z.boolean() }),
  result: z.object({ watching: z.boolean() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Follows a record, or stops: its follower hears of what happens to it while they see it.',
});

export const Watched = z.object({
  recordId: OutId,
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  since: OutInstant,
});
export type Watched = z.infer<typeof Watched>;

export const listWatched = operation({
  id: 'activities.listWatched',
  method: 'GET',
  path: '/watched',
  result: ItemsOf(Watched),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Records the member follows and sees, the latest first; at most 500.',
});
