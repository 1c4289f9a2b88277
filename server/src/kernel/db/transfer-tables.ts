import { defineTable } from './tables.ts';

type Nullable<T> = T | null;

interface ImportTable {
  orgId: string;
  id: string;
  kind: string;
  memberId: string;
  fileName: string;
  sha256: string;
  mapping: Record<string, string>;
  dryRun: boolean;
  /** Worksheet, line of the header and delimiter, as the file is read. */
  reading: { sheet?: string; headerLine: number; delimiter?: '\t' };
  /** What happens to rows whose record is known. */
  known: 'fill_blanks' | 'skip';
  state: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  encoding: Nullable<string>;
  header: Nullable<string[]>;
  rows: number;
  created: number;
  merged: number;
  duplicates: number;
  rejected: number;
  lastLine: number;
  problem: Nullable<string>;
  createdAt: Date;
  finishedAt: Nullable<Date>;
  dueAt: Nullable<Date>;
  version: number;
}

interface ImportRejectTable {
  orgId: string;
  importId: string;
  line: number;
  cells: string[];
  problems: { key: string; params: Record<string, string | number> }[];
}

interface ImportMappingTable {
  orgId: string;
  id: string;
  kind: string;
  fingerprint: string;
  name: string;
  mapping: Record<string, string>;
  memberId: string;
  usedAt: Date;
  version: number;
}

interface ExportTable {
  orgId: string;
  id: string;
  kind: string;
  memberId: string;
  format: 'xlsx' | 'csv';
  columns: string[];
  filter: Nullable<string>;
  q: Nullable<string>;
  sort: Nullable<string>;
  /** Contact data as it is, where the member may see it so. */
  clear: boolean;
  reason: Nullable<string>;
  locale: 'zh' | 'en';
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  rows: number;
  written: number;
  bytes: Nullable<number>;
  sha256: Nullable<string>;
  fileName: string;
  problem: Nullable<string>;
  downloads: number;
  createdAt: Date;
  onDay: string;
  finishedAt: Nullable<Date>;
  dueAt: Nullable<Date>;
  expiresAt: Nullable<Date>;
  version: number;
}

/** Ids of the records an export showed, sorted, in pieces. */
interface ExportRecordTable {
  orgId: string;
  exportId: string;
  part: number;
  firstId: string;
  lastId: string;
  ids: string[];
}

interface ExportLimitTable {
  orgId: string;
  roleKey: string;
  id: string;
  rowsADay: number;
}

declare module './tables.ts' {
  interface Tables {
    imports: ImportTable;
    import_rejects: ImportRejectTable;
    import_mappings: ImportMappingTable;
    exports: ExportTable;
    export_records: ExportRecordTable;
    export_limits: ExportLimitTable;
  }
}

export const importsTable = defineTable({ name: 'imports', key: ['id'], versioned: true });
export const importRejectsTable = defineTable({ name: 'import_rejects', key: ['importId', 'line'], versioned: false });
export const importMappingsTable = defineTable({ name: 'import_mappings', key: ['id'], versioned: true });
export const exportsTable = defineTable({
  name: 'exports',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['dueAt', 'written', 'expiresAt'],
});
export const exportRecordsTable = defineTable({ name: 'export_records', key: ['exportId', 'part'], versioned: false });
export const exportLimitsTable = defineTable({
  name: 'export_limits',
  key: ['roleKey'],
  versioned: false,
  auditedBy: 'id',
});
