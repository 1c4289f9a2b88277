import type { Why } from '@dealtrail/protocol/kernel';
import { defineTable } from '../db/index.ts';

interface BulkRunTable {
  orgId: string;
  id: string;
  kind: string;
  action: unknown;
  memberId: string;
  state: 'running' | 'done' | 'failed';
  total: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** The run this one undoes. */
  undoes: string | null;
  undone: boolean;
  createdAt: Date;
  finishedAt: Date | null;
  dueAt: Date | null;
  version: number;
}

interface BulkItemTable {
  orgId: string;
  runId: string;
  position: number;
  recordId: string;
  /** As the record was called when it was chosen. */
  title: string;
  outcome: 'changed' | 'unchanged' | 'refused' | null;
  why: Why | null;
  /** What the act replaced, as its kind needs it to undo it. */
  before: Record<string, unknown> | null;
  /** Version the record had after the act. */
  afterVersion: number | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    bulk_runs: BulkRunTable;
    bulk_items: BulkItemTable;
  }
}

export const bulkRunsTable = defineTable({ name: 'bulk_runs', key: ['id'], versioned: true });
export const bulkItemsTable = defineTable({ name: 'bulk_items', key: ['runId', 'position'], versioned: false });
