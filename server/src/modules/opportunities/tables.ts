import type { OpportunityState } from '@dealtrail/protocol/opportunities';
import { defineTable } from '../../kernel/db/index.ts';
import type { SalesProcess } from './rules/sales-process.ts';

interface ProcessTable {
  orgId: string;
  key: string;
  version: number;
  definition: SalesProcess;
  createdAt: Date;
}

interface OpportunityTable {
  orgId: string;
  id: string;
  name: string;
  customerId: string;
  leadId: string | null;
  processKey: string;
  /** A running opportunity keeps the version of the process it started with. */
  processVersion: number;
  stageKey: string;
  stageEnteredAt: Date;
  state: OpportunityState;
  amountMinor: number | null;
  currency: string;
  expectedCloseOn: string | null;
  probability: number;
  probabilitySet: boolean;
  weightedMinor: number;
  needSummary: string | null;
  competitor: string | null;
  source: string | null;
  industry: string | null;
  region: string | null;
  ownerId: string | null;
  departmentId: string | null;
  lastMovementAt: Date;
  closeReason: string | null;
  closeNote: string | null;
  closedAt: Date | null;
  signedOn: string | null;
  contractNo: string | null;
  signedMinor: number | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** One stay in a stage with the attributes as they were on entering (R65). */
interface StageStayTable {
  orgId: string;
  id: string;
  opportunityId: string;
  stageKey: string;
  enteredAt: Date;
  leftAt: Date | null;
  actorId: string | null;
  reason: string | null;
  amountMinor: number | null;
  probability: number;
  expectedCloseOn: string | null;
}

/** A fact a gate may ask for, pushed by this or a later chapter. */
interface StageEvidenceTable {
  orgId: string;
  id: string;
  opportunityId: string;
  kind: string;
  at: Date;
  byMember: string | null;
  facts: Record<string, unknown>;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    processes: ProcessTable;
    opportunities: OpportunityTable;
    stage_stays: StageStayTable;
    stage_evidence: StageEvidenceTable;
  }
}

export const processesTable = defineTable({ name: 'processes', key: ['key', 'version'], versioned: false });
export const opportunitiesTable = defineTable({
  name: 'opportunities',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  classes: { amountMinor: 'price', weightedMinor: 'price', signedMinor: 'price' },
  unaudited: ['weightedMinor', 'lastMovementAt'],
});
export const stageStaysTable = defineTable({ name: 'stage_stays', key: ['id'], versioned: false });
export const stageEvidenceTable = defineTable({ name: 'stage_evidence', key: ['id'], versioned: false });
