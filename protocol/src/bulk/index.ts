import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Why } from '../kernel/index.ts';

/** Most records one act may change. */
export const MOST_IN_BULK = 10_000;

/** Which records: these, or all of the list that a filter (JSON text) and words find. */
export const BulkChoice = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(500) }),
  z.strictObject({ filter: z.string().max(20_000).nullable(), q: z.string().trim().max(100).optional() }),
]);
export type BulkChoice = z.infer<typeof BulkChoice>;

/** Why some records stay as they are: how many, and the first of them by name. */
export const BulkRefusal = z.object({
  why: Why,
  count: z.number().int(),
  samples: z.array(z.object({ id: OutId, title: z.string() })),
});

/** Where an act on many records stands: changed + unchanged + refused = done, in the end total. */
export const BulkView = z.object({
  /** Null for a preview, which changes nothing and is not kept. */
  id: OutId.nullable(),
  kind: z.string(),
  state: z.enum(['preview', 'running', 'done', 'failed']),
  total: z.number().int(),
  done: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  refusals: z.array(BulkRefusal),
  /** Until then it can be undone where nobody changed a record since; null where it cannot. */
  undoUntil: OutInstant.nullable(),
  /** The act this one undoes. */
  undoes: OutId.nullable(),
  createdAt: OutInstant,
});
export type BulkView = z.infer<typeof BulkView>;

export const listBulks = operation({
  id: 'bulk.list',
  method: 'GET',
  path: '/bulk-runs',
  result: ItemsOf(BulkView),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The own newest 20 acts on many records, so that one under way is found again.',
});

export const getBulk = operation({
  id: 'bulk.get',
  method: 'GET',
  path: '/bulk-runs/:id',
  params: ById,
  result: BulkView,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Progress and outcome of an own act on many records.',
});

export const undoBulk = operation({
  id: 'bulk.undo',
  method: 'POST',
  path: '/bulk-runs/:id/undo',
  params: ById,
  body: z.strictObject({}),
  result: BulkView,
  status: 201,
  problems: ['bulk_not_undoable'],
  permission: 'member',
  offline: 'online',
  summary: 'Undoes an own act within a day; records somebody changed since keep what they have.',
});

export const bulkProblems = { bulk_not_undoable: 409, bulk_too_many: 422, bulk_nothing: 422 } as const;
