import { z } from 'zod';
import { ById, Day, Id, ItemsOf, operation, OutId, OutInstant, Version } from '../kernel/index.ts';

export const AuditEntry = z.object({
  id: OutId,
  at: OutInstant,
  actorName: z.string().nullable(),
  operation: z.string(),
  table: z.string(),
  /** Field → before and after, as the reader may see them; contact data and prices are masked. */
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
  /** Names of members and titles of visible records whose ids stand in the changes. */
  names: z.record(z.string(), z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A change of a record, with the fields whose value before it can be put back. */
export const RecordChange = AuditEntry.extend({ restorable: z.array(z.string()) });
export type RecordChange = z.infer<typeof RecordChange>;

export const listAudit = operation({
  id: 'audit.ofRecord',
  method: 'GET',
  path: '/records/:id/audit',
  params: ById,
  query: z.strictObject({ field: z.string().max(40).optional(), cursor: Id.optional() }),
  result: z.object({
    items: z.array(RecordChange),
    nextCursor: OutId.nullable(),
    /** Version of the object's row now, to be sent with `audit.restoreValue`; null where nothing can be put back. */
    version: z.number().int().nullable(),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The changes of a record field by field, newest first, 50 a page; for who may change it or read the audit.',
});

export const restoreValue = operation({
  id: 'audit.restoreValue',
  method: 'POST',
  path: '/audit/:id/restore',
  params: ById,
  body: z.strictObject({ field: z.string().max(40), version: Version }),
  result: z.object({ recordId: OutId, recordKind: z.string(), field: z.string() }),
  problems: ['value_masked', 'value_computed', 'value_refused'],
  permission: 'member',
  offline: 'online',
  summary: "Puts one field back to its value before a change, through the object's own update with all its rules.",
});

/** A change of anything, with the record it belongs to where the reader may see that. */
export const AuditLine = AuditEntry.extend({
  record: z.object({ id: OutId, kind: z.string(), number: z.string(), title: z.string() }).nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const searchAudit = operation({
  id: 'audit.search',
  method: 'GET',
  path: '/audit',
  query: z.strictObject({
    actorId: Id.optional(),
    /** An operation such as leads.update, or a chapter such as leads. */
    operation: z.string().max(60).optional(),
    recordId: Id.optional(),
    /** Number of a record, such as XLSH202603180001. */
    number: z.string().trim().max(40).optional(),
    field: z.string().max(40).optional(),
    from: Day.optional(),
    to: Day.optional(),
    cursor: Id.optional(),
  }),
  result: z.object({ items: z.array(AuditLine), nextCursor: OutId.nullable() }),
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'Every change the member may read, newest first, 50 a page; days are those of the organisation.',
});

/** Whether the history stands as it was sealed, and up to when that was checked. */
export const AuditVerdict = z.object({
  checkedAt: OutInstant,
  sealed: z.number().int(),
  unsealed: z.number().int(),
  /** Moment of the last change that was verified. */
  upTo: OutInstant.nullable(),
  /** Where the chain breaks first; null where it stands. */
  broken: z.object({ seq: z.number().int(), reason: z.enum(['gap', 'hash', 'missing', 'changed']) }).nullable(),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

export const lastVerdict = operation({
  id: 'audit.lastVerdict',
  method: 'GET',
  path: '/audit/verdict',
  result: z.object({ verdict: AuditVerdict.nullable() }),
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'The last check of the sealed history; one is made every day.',
});

export const verifyHistory = operation({
  id: 'audit.verify',
  method: 'POST',
  path: '/audit/verify',
  result: AuditVerdict,
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'Checks every sealed change against its seal and the chain now; within a minute the last check answers.',
});

/** Somebody who looked at the contact data of a record, or took it out of the product. */
export const Reading = z.object({
  id: OutId,
  at: OutInstant,
  memberName: z.string().nullable(),
  purpose: z.enum(['call', 'copy', 'export']),
  reason: z.string().nullable(),
});
export type Reading = z.infer<typeof Reading>;

export const listReadings = operation({
  id: 'audit.readings',
  method: 'GET',
  path: '/records/:id/readings',
  params: ById,
  result: ItemsOf(Reading),
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'Who saw the contact data of this record in full, by reveal or export; the newest 200.',
});

export const auditProblems = { value_masked: 422, value_computed: 422, value_refused: 422 } as const;
