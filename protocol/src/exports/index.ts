import { z } from 'zod';
import { ImportView } from '../imports/index.ts';
import { ById, ItemsOf, operation, OptionalText, OutId, OutInstant } from '../kernel/index.ts';

export const ExportFormat = z.enum(['xlsx', 'csv']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'expired']);
export type ExportState = z.infer<typeof ExportState>;

/** Where an export stands. */
export const ExportView = z.object({
  id: OutId,
  /** What its rows are, such as lead. */
  kind: z.string(),
  memberId: OutId,
  memberName: z.string(),
  state: ExportState,
  format: ExportFormat,
  fileName: z.string(),
  /** Headings of its columns, in the language it was ordered in. */
  columns: z.array(z.string()),
  /** The filter grammar as text, and the words searched for, as ordered. */
  filter: z.string().nullable(),
  q: z.string().nullable(),
  /** True where contact data stands as it is, as far as the member may see it so. */
  clear: z.boolean(),
  reason: z.string().nullable(),
  /** Rows it has, or while it runs those that are expected; and those written so far. */
  rows: z.number().int(),
  written: z.number().int(),
  bytes: z.number().int().nullable(),
  downloads: z.number().int(),
  /** Message key of what ended it early. */
  problem: z.string().nullable(),
  createdAt: OutInstant,
  finishedAt: OutInstant.nullable(),
  /** When the file is removed. */
  expiresAt: OutInstant.nullable(),
});
export type ExportView = z.infer<typeof ExportView>;

/** What the dialog of an export asks. */
export const ExportOptions = z.object({
  title: z.object({ zh: z.string(), en: z.string() }),
  columns: z.array(
    z.object({
      name: z.string(),
      heading: z.object({ zh: z.string(), en: z.string() }),
      usual: z.boolean(),
      contact: z.boolean(),
    }),
  ),
  /** True where the member may choose to see contact data as it is. */
  mayClear: z.boolean(),
  /** Rows the filter has within the reach of exporting. */
  rows: z.number().int(),
  /** Rows left of today's bound, and records whose contact data may still be seen today. */
  rowsLeft: z.number().int(),
  revealsLeft: z.number().int(),
});
export type ExportOptions = z.infer<typeof ExportOptions>;

export const exportsProblems = {
  export_limit_reached: 422,
  export_nothing_found: 422,
  export_reason_needed: 422,
  export_not_ready: 409,
  export_over: 409,
} as const;

const member = { permission: 'member', offline: 'online' } as const;
const Kind = z.string().regex(/^[a-z_]{1,40}$/);

export const exportOptions = operation({
  ...member,
  id: 'exports.options',
  method: 'GET',
  path: '/export-options',
  query: z.strictObject({
    kind: Kind,
    filter: z.string().max(20_000).optional(),
    q: z.string().trim().max(100).optional(),
  }),
  result: ExportOptions,
  problems: [],
  summary:
    'Columns that lists of a kind (lead, customer, opportunity) can be exported with, how many rows a filter has, and what is left of the bounds.',
});

export const startExport = operation({
  ...member,
  id: 'exports.start',
  method: 'POST',
  path: '/exports',
  body: z.strictObject({
    kind: Kind,
    format: ExportFormat,
    columns: z.array(z.string().max(40)).min(1).max(60),
    filter: z.string().max(20_000).optional(),
    q: z.string().trim().max(100).optional(),
    sort: z
      .string()
      .regex(/^-?[a-zA-Z]{1,40}$/)
      .optional(),
    /** Contact data as it is where `<chapter>.reveal` reaches; needs a reason, counted and logged for each record. */
    clear: z.boolean().optional(),
    reason: OptionalText(200),
  }),
  result: ExportView,
  status: 202,
  problems: ['export_limit_reached', 'export_nothing_found', 'export_reason_needed', 'reveal_limit_reached'],
  summary: 'Writes the rows a list shows under this filter into a file in the background; needs `<chapter>.export`.',
});

export const getExport = operation({
  ...member,
  id: 'exports.get',
  method: 'GET',
  path: '/exports/:id',
  params: ById,
  result: ExportView,
  problems: [],
  summary: 'Where an export stands: an own one, or with audit.read that of anybody.',
});

export const cancelExport = operation({
  ...member,
  id: 'exports.cancel',
  method: 'POST',
  path: '/exports/:id/cancel',
  params: ById,
  result: ExportView,
  problems: ['export_over'],
  summary: 'Ends an own export that waits or runs; nothing of it stays.',
});

export const downloadExport = operation({
  ...member,
  id: 'exports.download',
  method: 'GET',
  path: '/exports/:id/file',
  params: ById,
  resultKind: 'file',
  problems: ['export_not_ready'],
  summary: 'The file of an own export, within seven days; every download is counted.',
});

/** One line of the task centre. */
export const Transfer = z.discriminatedUnion('what', [
  ImportView.extend({ what: z.literal('import') }),
  ExportView.extend({ what: z.literal('export') }),
]);
export type Transfer = z.infer<typeof Transfer>;

export const listTransfers = operation({
  ...member,
  id: 'transfers.list',
  method: 'GET',
  path: '/transfers',
  query: z.strictObject({
    whose: z.enum(['mine', 'everyone']).optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(100).optional(),
  }),
  result: z.object({ items: z.array(Transfer), nextCursor: z.string().nullable() }),
  problems: [],
  summary: 'Imports and exports, newest first, 50 a page: the own ones, or with audit.read those of everyone.',
});

export const getTransfer = operation({
  ...member,
  id: 'transfers.get',
  method: 'GET',
  path: '/transfers/:id',
  params: ById,
  result: Transfer,
  problems: [],
  summary: 'One import or export: an own one, or with audit.read that of anybody. A trial is none.',
});

/** An export that showed a record to somebody. */
export const RecordExport = z.object({
  exportId: OutId,
  memberId: OutId,
  memberName: z.string(),
  /** True where its contact data stood as it is. */
  clear: z.boolean(),
  reason: z.string().nullable(),
  downloads: z.number().int(),
  at: OutInstant,
});
export type RecordExport = z.infer<typeof RecordExport>;

export const recordExports = operation({
  id: 'exports.ofRecord',
  method: 'GET',
  path: '/records/:id/exports',
  params: ById,
  result: ItemsOf(RecordExport),
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'The exports that held a record, newest first: who took it out of the product, when and why.',
});

export const ExportLimit = z.object({ roleKey: z.string(), rowsADay: z.number().int() });

export const listExportLimits = operation({
  id: 'exports.limits',
  method: 'GET',
  path: '/export-limits',
  result: ItemsOf(ExportLimit).extend({ usual: z.number().int() }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Rows a member of each role may export in a day; `usual` holds for roles that are not named.',
});

export const saveExportLimit = operation({
  id: 'exports.saveLimit',
  method: 'PUT',
  path: '/export-limits',
  body: z.strictObject({
    roleKey: z.string().min(1).max(60),
    /** null: the usual bound holds again. */
    rowsADay: z.int().min(0).max(1_000_000).nullable(),
  }),
  result: ItemsOf(ExportLimit).extend({ usual: z.number().int() }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Sets how many rows a member of a role may export in a day. Of several roles the largest bound holds.',
});
