import { z } from 'zod';
import { Id, ItemsOf, operation, OptionalText, OutId, OutInstant, Text, Why } from '../kernel/index.ts';

/** Records one call may name. */
const Ids = z.array(Id).min(1).max(200);

/** Something that goes along with a record: a message key and how many there are. */
export const Along = z.object({ key: z.string(), count: z.number().int() });
export type Along = z.infer<typeof Along>;

/** Whether a record can be deleted, what stands against it, and what would go along. */
export const DeletionPreview = z.object({
  id: OutId,
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  /** Nothing stands against it. */
  deletable: z.boolean(),
  /** not_allowed, or not_deletable with its reasons. */
  problem: z.string().nullable(),
  reasons: z.array(Why),
  along: z.array(Along),
});
export type DeletionPreview = z.infer<typeof DeletionPreview>;

/** What became of one record of a call; a refusal carries its problem code and reasons. */
export const RecordOutcome = z.object({
  id: OutId,
  outcome: z.enum(['done', 'unchanged', 'refused', 'not_found']),
  problem: z.string().nullable(),
  reasons: z.array(Why),
});
export type RecordOutcome = z.infer<typeof RecordOutcome>;

export const previewDelete = operation({
  id: 'records.previewDelete',
  method: 'POST',
  path: '/records/delete/preview',
  body: z.strictObject({ ids: Ids }),
  result: z.object({ items: z.array(DeletionPreview), along: z.array(Along), keptDays: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Tells beforehand which of these records can be deleted and what goes along. Changes nothing.',
});

export const deleteRecords = operation({
  id: 'records.delete',
  method: 'POST',
  path: '/records/delete',
  body: z.strictObject({ ids: Ids, reason: OptionalText(200) }),
  result: ItemsOf(RecordOutcome),
  problems: ['not_deletable'],
  permission: 'member',
  offline: 'online',
  summary: 'Moves records to the recycle bin, where they stay 30 days; each id has its own outcome.',
});

export const restoreRecords = operation({
  id: 'records.restore',
  method: 'POST',
  path: '/records/restore',
  body: z.strictObject({ ids: Ids }),
  result: ItemsOf(RecordOutcome),
  problems: ['not_restorable'],
  permission: 'member',
  offline: 'online',
  summary: 'Takes records out of the recycle bin; their clocks run on with what was left. Each id has its own outcome.',
});

export const purgeRecords = operation({
  id: 'records.purge',
  method: 'POST',
  path: '/records/purge',
  body: z.strictObject({ ids: Ids, reason: Text(200) }),
  result: ItemsOf(RecordOutcome),
  problems: [],
  permission: 'records.purge',
  offline: 'online',
  summary: 'Removes records of the recycle bin for good before their 30 days are over, with a reason.',
});

/** A record in the recycle bin. */
export const DeletedRecord = z.object({
  id: OutId,
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  ownerName: z.string().nullable(),
  deletedByName: z.string().nullable(),
  deletedAt: OutInstant,
  reason: z.string().nullable(),
  /** Days until it is removed for good, at least one. */
  daysLeft: z.number().int(),
});
export type DeletedRecord = z.infer<typeof DeletedRecord>;

export const listDeleted = operation({
  id: 'records.listDeleted',
  method: 'GET',
  path: '/records/deleted',
  query: z.strictObject({
    q: z.string().trim().max(100).optional(),
    kind: z.string().max(20).optional(),
    /** `nextCursor` of the page before. */
    cursor: Id.optional(),
  }),
  result: z.object({ items: z.array(DeletedRecord), nextCursor: OutId.nullable() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The recycle bin: records the member may delete, the last deleted first, 50 a page.',
});
