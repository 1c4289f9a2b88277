import type { Rule } from '@dealtrail/protocol/rules';
import { defineTable } from '../db/index.ts';

interface RuleVersionTable {
  orgId: string;
  id: string;
  book: string;
  /** Counts from 1 within the book. */
  version: number;
  rules: Rule[];
  settings: Readonly<Record<string, unknown>>;
  note: string | null;
  savedBy: string | null;
  savedAt: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    rule_versions: RuleVersionTable;
  }
}

/** A version is never changed; its rules stand in it and need no second copy in the audit. */
export const ruleVersionsTable = defineTable({
  name: 'rule_versions',
  key: ['id'],
  versioned: false,
  auditedBy: 'orgId',
  unaudited: ['id', 'rules', 'settings', 'savedBy', 'savedAt'],
});
