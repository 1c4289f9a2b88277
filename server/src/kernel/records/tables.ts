import { defineTable } from '../db/tables.ts';

/** A record that went to the recycle bin or became part of another. */
interface RecordMoveTable {
  orgId: string;
  id: string;
  recordId: string;
  kind: 'delete' | 'merge';
  intoId: string | null;
  movedBy: string | null;
  movedAt: Date;
  reason: string | null;
  /** What each participant needs to take its part back. */
  notes: Record<string, unknown>;
  endedAt: Date | null;
  endedBy: string | null;
  ending: 'undone' | 'purged' | null;
  endReason: string | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    record_moves: RecordMoveTable;
  }
}

export const recordMovesTable = defineTable({
  name: 'record_moves',
  key: ['id'],
  versioned: false,
  auditedBy: 'recordId',
  unaudited: ['notes'],
});
