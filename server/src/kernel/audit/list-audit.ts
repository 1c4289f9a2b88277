import { listAudit as protocol } from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import { reaches } from '../access/index.ts';
import type { RecordKind } from '../house/module.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { mergedIds } from '../records/merge/merge-store.ts';
import { reachesHead, visibleHeadQuery } from '../records/records.ts';
import { type ChangeRow, presentRows } from './present-changes.ts';
import { restorableFields } from './restorable.ts';

const PAGE = 50;

function versionQuery(kind: RecordKind, orgId: string, id: string) {
  const { editing } = kind;
  return editing
    ? sql<{ version: number }>`select version from ${sql.raw(`seen.${editing.table}`)} t
        where t.org_id = ${orgId}::uuid and t.id = ${id}::uuid`
    : sql<{ version: number }>`select null::int as version where false`;
}

/**
 * The changes of a record, field by field, contact data and prices masked: for who may change it, and who reads the
 * audit. What was changed on a record that became part of this one belongs to it.
 */
export const listAudit = handleRead(protocol, async ({ actor, read, input, services }) => {
  const { registry } = services;
  const [[head], rows] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    sql<ChangeRow>`select a.id, a.at, a.actor_id, a.operation, a.table_name, a.record_id, a.changes from seen.audit a
      where a.org_id = ${actor.orgId}::uuid and a.record_id = any(${mergedIds(actor.orgId, input.id)})
        and ${input.field === undefined ? sql`true` : sql`a.changes ? ${input.field}`}
        and ${input.cursor === undefined ? sql`true` : sql`a.id < ${input.cursor}::uuid`}
      order by a.id desc limit ${PAGE + 1}`,
  ]);
  const kind = head && registry.kinds.get(head.kind);
  if (!head || !kind) throw problem('not_found');
  const mayUpdate = reachesHead(actor, registry, { ...head, deletedAt: null }, 'update');
  if (!mayUpdate && !reaches(actor, 'audit.read', head)) throw problem('not_allowed');
  const page = rows.slice(0, PAGE);
  const [versions, shown] = await Promise.all([
    mayUpdate ? read.many(versionQuery(kind, actor.orgId, head.id)) : [],
    presentRows(read, actor, registry, page),
  ]);
  return {
    items: shown.map((line, i) => {
      const change = page[i] as ChangeRow;
      const mine = mayUpdate && change.recordId === head.id;
      return { ...line, restorable: mine ? restorableFields(kind, change) : [] };
    }),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    version: versions[0]?.version ?? null,
  };
});
