import { listAudit as protocol } from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import { reaches } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { visibleHeadQuery } from '../records/records.ts';
import { presentChanges } from './present-changes.ts';

const SHOWN = 200;

type Change = Pick<RowOf<'audit'>, 'id' | 'at' | 'actorId' | 'operation' | 'tableName' | 'changes'>;

/** The newest changes of a record, field by field, contact data masked. */
export const listAudit = handleRead(protocol, async ({ actor, read, input, services }) => {
  const [[head], changes] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    sql<Change>`select id, at, actor_id, operation, table_name, changes from seen.audit
      where org_id = ${actor.orgId}::uuid and record_id = ${input.id}::uuid order by at desc, id desc limit ${SHOWN}`,
  ]);
  if (!head) throw problem('not_found');
  if (!reaches(actor, 'audit.read', head)) throw problem('not_allowed');
  const actorIds = [...new Set(changes.flatMap(({ actorId }) => (actorId ? [actorId] : [])))];
  const names = new Map(
    (await read.many(services.registry.people.namesOf(actor.orgId, actorIds))).map(({ id, name }) => [id, name]),
  );
  return {
    items: changes.map((change) => ({
      id: change.id,
      at: change.at.toISOString(),
      actorName: change.actorId ? (names.get(change.actorId) ?? null) : null,
      operation: change.operation,
      table: change.tableName,
      changes: presentChanges(change.tableName, change.changes),
    })),
  };
});
