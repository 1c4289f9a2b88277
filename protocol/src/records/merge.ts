import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';
import { Along } from './bin.ts';

/** Records that become one, the survivor among them. */
const MostMerged = 5;

/** A value a person may pick; contact data comes masked. */
const PickedValue = z.union([z.string(), z.number(), z.array(z.string())]).nullable();
export type PickedValue = z.infer<typeof PickedValue>;

/** One of the records that may become one: what it says, what hangs on it, what the member may do. */
export const MergeSide = z.object({
  id: OutId,
  number: z.string(),
  title: z.string(),
  ownerName: z.string().nullable(),
  createdAt: OutInstant,
  /** By field, in the order of `fields`. */
  values: z.record(z.string(), PickedValue),
  /** What would be carried over to the survivor. */
  along: z.array(Along),
  abilities: z.object({ keep: z.boolean(), giveUp: z.boolean() }),
});
export type MergeSide = z.infer<typeof MergeSide>;

export const previewMerge = operation({
  id: 'records.previewMerge',
  method: 'POST',
  path: '/records/merge/preview',
  body: z.strictObject({ ids: z.array(Id).min(2).max(MostMerged) }),
  result: z.object({
    kind: z.string(),
    /** Fields to choose a value of, in the order of the page. */
    fields: z.array(z.string()),
    records: z.array(MergeSide),
    undoDays: z.number().int(),
  }),
  problems: ['not_mergeable'],
  permission: 'member',
  offline: 'online',
  summary: 'Two to five records of a kind side by side: values to choose from and what would be carried over.',
});

export const mergeRecords = operation({
  id: 'records.merge',
  method: 'POST',
  path: '/records/:id/merge',
  params: ById,
  body: z.strictObject({
    /** Records that become part of this one. */
    from: z
      .array(Id)
      .min(1)
      .max(MostMerged - 1),
    /** Fields whose value is taken from one of them; the others keep the survivor's. */
    take: z.array(z.strictObject({ field: z.string().max(40), from: Id })).max(40),
  }),
  result: z.object({ id: OutId, merged: z.number().int() }),
  problems: ['not_mergeable', 'merge_field_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Makes records part of this one: chosen values, and everything that hangs on them. Undone for 30 days.',
});

/** A record that became part of another and can be taken out again. */
export const Merge = z.object({
  /** The record that was given up. */
  id: OutId,
  number: z.string(),
  title: z.string(),
  mergedByName: z.string().nullable(),
  mergedAt: OutInstant,
  undoUntil: OutInstant,
  abilities: z.object({ undo: z.boolean() }),
});
export type Merge = z.infer<typeof Merge>;

export const listMerges = operation({
  id: 'records.listMerges',
  method: 'GET',
  path: '/records/:id/merges',
  params: ById,
  result: ItemsOf(Merge),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Records that became part of this one within 30 days, the newest first.',
});

export const undoMergeOf = operation({
  id: 'records.undoMerge',
  method: 'POST',
  path: '/records/:id/merges/:from/undo',
  params: z.strictObject({ id: Id, from: Id }),
  body: z.strictObject({}),
  result: z.object({ id: OutId }),
  problems: ['not_mergeable', 'gone'],
  permission: 'member',
  offline: 'online',
  summary: 'Takes a merge back: what moved over and is still there returns, and values nobody changed since.',
});
