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

/** How far what records and files are found by was made anew after its rules changed. */
interface RemakeTable {
  orgId: string;
  what: 'records' | 'files';
  /** Version of the rules it is made by. */
  madeVersion: number;
  /** Last id it went through. */
  afterId: string | null;
  endedAt: Date | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    remakes: RemakeTable;
    probes: ProbeTable;
  }
}

export const probesTable = defineTable({ name: 'probes', key: ['id'], versioned: false, auditedBy: 'recordId' });
export const remakesTable = defineTable({ name: 'remakes', key: ['what'], versioned: false });
