import { defineTable } from '../kernel/db/index.ts';

interface DemoTable {
  /** The organisation that asked for it. */
  orgId: string;
  /** The organisation it is. */
  id: string;
  name: string;
  state: 'asked' | 'playing' | 'standing' | 'clearing' | 'removed' | 'failed';
  days: number;
  leads: number;
  done: number;
  attempts: number;
  askedBy: string;
  createdAt: Date;
  stoodAt: Date | null;
  beatAt: Date;
  version: number;
}

declare module '../kernel/db/tables.ts' {
  interface Tables {
    demos: DemoTable;
  }
}

export const demosTable = defineTable({
  name: 'demos',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['done', 'attempts', 'beatAt'],
});
