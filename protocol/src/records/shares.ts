import { z } from 'zod';
import { ById, Day, Id, ItemsOf, operation, OptionalText, OutDay, OutId, OutInstant } from '../kernel/index.ts';

/** Looking at a record, or working on it too. */
export const ShareLevel = z.enum(['read', 'write']);
export type ShareLevel = z.infer<typeof ShareLevel>;

/** Somebody a record was shared with; `endsOn` is the last day, in the organisation's zone. */
export const Share = z.object({
  memberId: OutId,
  memberName: z.string().nullable(),
  level: ShareLevel,
  endsOn: OutDay.nullable(),
  note: z.string().nullable(),
  grantedByName: z.string().nullable(),
  grantedAt: OutInstant,
  /** Whether the asking member may end it: who may share, and the person themselves. */
  mayEnd: z.boolean(),
});
export type Share = z.infer<typeof Share>;

export const listShares = operation({
  id: 'records.listShares',
  method: 'GET',
  path: '/records/:id/shares',
  params: ById,
  result: ItemsOf(Share),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Lists with whom a record is shared.',
});

export const shareRecord = operation({
  id: 'records.share',
  method: 'POST',
  path: '/records/:id/shares',
  params: ById,
  body: z.strictObject({ memberId: Id, level: ShareLevel, endsOn: Day.nullable().optional(), note: OptionalText(200) }),
  result: Share,
  problems: ['share_without_effect', 'share_end_passed', 'share_limit_reached'],
  permission: 'member',
  offline: 'online',
  summary: 'Shares a record with a member, to read or to work on, until a day; sharing again changes the terms.',
});

export const endShare = operation({
  id: 'records.endShare',
  method: 'DELETE',
  path: '/records/:id/shares/:memberId',
  params: z.strictObject({ id: Id, memberId: Id }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Ends a share at once.',
});
