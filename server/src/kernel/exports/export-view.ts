import type { ExportView } from '@dealtrail/protocol/exports';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';
import type { Registry } from '../house/module.ts';

/** An export's row: what was ordered, and where it stands. */
export type Export = RowOf<'exports'>;

/** Query for exports of an organisation by their ids. */
export function exportsQuery(orgId: string, ids: readonly string[]) {
  return sql<Export>`select * from seen.exports where org_id = ${orgId}::uuid and id = any(${[...ids]}::uuid[])`;
}

/** An export as people see it. */
export function presentExport(row: Export, memberName: string, { exportKinds }: Registry): ExportView {
  const headings = new Map(exportKinds.get(row.kind)?.columns.map(({ name, heading }) => [name, heading]));
  return {
    id: row.id,
    kind: row.kind,
    memberId: row.memberId,
    memberName,
    state: row.state,
    format: row.format,
    fileName: row.fileName,
    columns: row.columns.map((name) => headings.get(name)?.[row.locale] ?? name),
    filter: row.filter,
    q: row.q,
    clear: row.clear,
    reason: row.reason,
    rows: row.rows,
    written: row.written,
    bytes: row.bytes,
    downloads: row.downloads,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
