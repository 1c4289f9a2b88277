import type { ImportView } from '@dealtrail/protocol/imports';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';

const SAMPLES = 5;

/** An import as it is read, with its first rejected rows. */
export type ReadImport = RowOf<'imports'> & { readonly samples: { line: number; problems: Why[] }[] };

/** Query for one import of the actor's organisation. */
export function importQuery(actor: Pick<Actor, 'orgId'>, id: string) {
  return importsQuery(actor.orgId, [id]);
}

/** Query for imports by their ids. */
export function importsQuery(orgId: string, ids: readonly string[]) {
  return sql<ReadImport>`
    select i.*, coalesce((
      select json_agg(json_build_object('line', x.line, 'problems', x.problems) order by x.line) from (
        select e.line, e.problems from seen.import_rejects e where e.org_id = i.org_id and e.import_id = i.id order by e.line limit ${SAMPLES}
      ) x
    ), '[]') as samples
    from seen.imports i where i.org_id = ${orgId}::uuid and i.id = any(${[...ids]}::uuid[])`;
}

/** An import as people see it. */
export function presentImport(row: ReadImport, memberName: string): ImportView {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    sheet: row.reading.sheet ?? null,
    memberId: row.memberId,
    memberName,
    state: row.state,
    rows: row.rows,
    created: row.created,
    merged: row.merged,
    duplicates: row.duplicates,
    rejected: row.rejected,
    dryRun: row.dryRun,
    known: row.known,
    encoding: row.encoding,
    mapping: row.mapping,
    problem: row.problem,
    samples: row.samples,
    errorFile: row.rejected > 0,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
