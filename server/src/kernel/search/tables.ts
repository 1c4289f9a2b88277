import { defineTable } from '../db/index.ts';

/** Somebody learned that something exists, or does not, beyond what they may see. */
interface ProbeTable {
  orgId: string;
  id: string;
  memberId: string;
  /** A masked duplicate; a whole number searched for; a number that the duplicate check did not know. */
  kind: 'duplicate' | 'search' | 'number';
  recordId: string | null;
  /** Digest of what was asked for; never the number itself. */
  asked: string | null;
  at: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    probes: ProbeTable;
  }
}

export const probesTable = defineTable({ name: 'probes', key: ['id'], versioned: false, auditedBy: 'recordId' });
