import { z } from 'zod';
import { ById, operation, OutId } from '../kernel/index.ts';

export {
  type Along,
  DeletedRecord,
  type DeletionPreview,
  deleteRecords,
  listDeleted,
  previewDelete,
  purgeRecords,
  type RecordOutcome,
  restoreRecords,
} from './bin.ts';
export {
  listMerges,
  Merge,
  mergeRecords,
  MergeSide,
  type PickedValue,
  previewMerge,
  undoMergeOf,
} from './merge.ts';
export { endShare, listShares, Share, ShareLevel, shareRecord } from './shares.ts';

/** What every business object has, whatever its kind, and what the member may do with it. */
export const RecordHead = z.object({
  id: OutId,
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  /** How many members it is shared with. */
  shares: z.number().int(),
  abilities: z.object({
    update: z.boolean(),
    share: z.boolean(),
    delete: z.boolean(),
    seeChanges: z.boolean(),
    seeReaders: z.boolean(),
  }),
});
export type RecordHead = z.infer<typeof RecordHead>;

export const getRecord = operation({
  id: 'records.get',
  method: 'GET',
  path: '/records/:id',
  params: ById,
  result: RecordHead,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The head of a record of any kind. The id of a merged record answers with the one it was merged into.',
});

export const recordsProblems = {
  share_without_effect: 422,
  share_end_passed: 422,
  share_limit_reached: 422,
  not_deletable: 422,
  not_restorable: 422,
  not_mergeable: 422,
  merge_field_unknown: 422,
} as const;
