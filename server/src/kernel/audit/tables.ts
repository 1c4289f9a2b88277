import { defineTable } from '../db/tables.ts';

interface AuditTable {
  orgId: string;
  id: string;
  at: Date;
  actorId: string | null;
  operation: string;
  requestId: string;
  tableName: string;
  recordId: string | null;
  rowKey: string;
  changes: Record<string, { before: unknown; after: unknown }>;
  salt: string;
}

interface AuditSealTable {
  orgId: string;
  seq: number;
  auditId: string;
  auditAt: Date;
  digest: string;
  hash: string;
}

/** Result of one check of the sealed history. */
interface AuditVerdictTable {
  orgId: string;
  id: string;
  checkedAt: Date;
  sealed: number;
  unsealed: number;
  upTo: Date | null;
  brokenSeq: number | null;
  brokenReason: 'gap' | 'hash' | 'missing' | 'changed' | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    audit: AuditTable;
    audit_seals: AuditSealTable;
    audit_verdicts: AuditVerdictTable;
  }
}

export const auditSealsTable = defineTable({ name: 'audit_seals', key: ['seq'], versioned: false });
export const auditVerdictsTable = defineTable({ name: 'audit_verdicts', key: ['id'], versioned: false });
