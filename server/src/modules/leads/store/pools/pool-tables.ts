import type { RecycleMeasure } from '@dealtrail/protocol/leads';
import { defineTable } from '../../../../kernel/db/index.ts';
import type { LeadConditions } from '../../rules/assignment.ts';

interface LeadPoolTable {
  orgId: string;
  id: string;
  name: string;
  position: number;
  isDefault: boolean;
  active: boolean;
  conditions: LeadConditions;
  /** Who claims: these departments with what is below, members and roles; nobody named: everybody who takes leads. */
  departmentIds: string[];
  memberIds: string[];
  roleKeys: string[];
  dailyLimit: number | null;
  holdLimit: number | null;
  protectionDays: number;
  formerOwnerDays: number;
  version: number;
}

/** How a lead changed hands. */
export type MoveHow =
  | 'laid'
  | 'claimed'
  | 'assigned'
  | 'returned'
  | 'recycled'
  | 'handed'
  | 'undone'
  | 'passed_on'
  | 'refused';

interface LeadMoveTable {
  orgId: string;
  id: string;
  leadId: string;
  how: MoveHow;
  fromOwnerId: string | null;
  fromPoolId: string | null;
  toOwnerId: string | null;
  toPoolId: string | null;
  byId: string | null;
  /** A listed reason, or words. */
  reason: string | null;
  ruleId: string | null;
  movedAt: Date;
  /** The day of the organisation. */
  movedOn: string;
}

interface LeadRecycleRuleTable {
  orgId: string;
  id: string;
  name: string;
  position: number;
  active: boolean;
  intents: string[];
  priorities: string[];
  states: string[];
  measure: RecycleMeasure;
  days: number;
  poolId: string | null;
  holdsFrom: Date | null;
  /** When the rule looks again; null while it is off. */
  nextAt: Date | null;
  version: number;
}

interface LeadRecycleNoticeTable {
  orgId: string;
  leadId: string;
  ruleId: string;
  daysAhead: number;
  takesAt: Date;
  ownerId: string;
  toldAt: Date;
}

declare module '../../../../kernel/db/tables.ts' {
  interface Tables {
    lead_pools: LeadPoolTable;
    lead_moves: LeadMoveTable;
    lead_recycle_rules: LeadRecycleRuleTable;
    lead_recycle_notices: LeadRecycleNoticeTable;
  }
}

export const leadPoolsTable = defineTable({ name: 'lead_pools', key: ['id'], versioned: true, auditedBy: 'id' });
defineTable({ name: 'lead_moves', key: ['id'], versioned: false });
export const leadRecycleRulesTable = defineTable({
  name: 'lead_recycle_rules',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['nextAt'],
});
export const leadRecycleNoticesTable = defineTable({
  name: 'lead_recycle_notices',
  key: ['leadId', 'ruleId', 'daysAhead', 'takesAt'],
  versioned: false,
});
