import type { ImportView } from '@dealtrail/protocol/imports';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';

const SAMPLES = 5;
const NEWEST = 50;

/** An import as it is read, with its first rejected rows. */
export type ReadImport = RowOf<'imports'> & { readonly samples: { line: number; problems: Why[] }[] };

/** Query for the actor's own imports of a kind, newest first, or for one of them. */
export function ownImports(actor: Actor, kind: string, id?: string) {
  return sql<ReadImport>`
    select i.*, coalesce((
      select json_agg(json_build_object('line', x.line, 'problems', x.problems) order by x.line) from (
        select e.line, e.problems from seen.import_rejects e where e.org_id = i.org_id and e.import_id = i.id order by e.line limit ${SAMPLES}
      ) x
    ), '[]') as samples
    from seen.imports i
    where i.org_id = ${actor.orgId}::uuid and i.member_id = ${actor.memberId}::uuid and i.kind = ${kind}
      and ${id === undefined ? sql`true` : sql`i.id = ${id}::uuid`}
    order by i.created_at desc, i.id desc limit ${NEWEST}`;
}

/** An import as its author sees it. */
export function presentImport(row: ReadImport): ImportView {
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    rows: row.rows,
    created: row.created,
    merged: row.merged,
    duplicates: row.duplicates,
    rejected: row.rejected,
    dryRun: row.dryRun,
    encoding: row.encoding,
    mapping: row.mapping,
    problem: row.problem,
    samples: row.samples,
    errorFile: row.rejected > 0,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
