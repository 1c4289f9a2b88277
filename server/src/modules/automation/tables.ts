import type {
  AutomationAction,
  AutomationKind,
  AutomationTrigger,
  RunAct,
  RunOutcome,
  Unmet,
} from '@dealtrail/protocol/automation';
import type { Filter, Why } from '@dealtrail/protocol/kernel';
import { defineTable } from '../../kernel/db/index.ts';

interface AutomationTable {
  orgId: string;
  id: string;
  name: string;
  kind: AutomationKind;
  trigger: AutomationTrigger;
  event: string | null;
  conditions: Filter;
  actions: AutomationAction[];
  active: boolean;
  perHour: number;
  stoppedWhy: Why | null;
  nextAt: Date | null;
  createdBy: string;
  createdAt: Date;
  removedAt: Date | null;
  version: number;
}

interface AutomationSwitchTable {
  orgId: string;
  running: boolean;
  version: number;
}

interface AutomationRunTable {
  orgId: string;
  id: string;
  automationId: string;
  automationVersion: number;
  recordId: string;
  recordKind: AutomationKind;
  /** The event, or the moment a time came. */
  occasion: string;
  event: string | null;
  at: Date;
  outcome: RunOutcome;
  why: Why | null;
  unmet: Unmet[];
  did: RunAct[];
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    automations: AutomationTable;
    automation_switches: AutomationSwitchTable;
    automation_runs: AutomationRunTable;
  }
}

export const automationsTable = defineTable({
  name: 'automations',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['nextAt', 'event'],
});
export const automationSwitchesTable = defineTable({
  name: 'automation_switches',
  key: [],
  versioned: true,
  auditedBy: 'orgId',
});
/** What was done stands in the audit of its record; what was not done only in the log. */
export const automationRunsTable = defineTable({
  name: 'automation_runs',
  key: ['id'],
  versioned: false,
  auditedBy: 'recordId',
  unaudited: ['recordKind', 'occasion', 'at', 'unmet'],
});
