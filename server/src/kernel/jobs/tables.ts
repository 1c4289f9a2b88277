import type { Generated } from 'kysely';
import { defineTable } from '../db/index.ts';

interface DeadLetterTable {
  orgId: string;
  id: string;
  eventId: string;
  reaction: string;
  problem: string;
  tries: number;
  failedAt: Date;
  state: 'open' | 'done' | 'set_aside';
  reason: string | null;
  settledBy: string | null;
  settledAt: Date | null;
  version: Generated<number>;
}

interface FailedSweepTable {
  orgId: string;
  sweep: string;
  problem: string;
  times: number;
  since: Date;
  lastAt: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    dead_letters: DeadLetterTable;
    failed_sweeps: FailedSweepTable;
  }
}

export const deadLettersTable = defineTable({ name: 'dead_letters', key: ['id'], versioned: true, auditedBy: 'id' });
