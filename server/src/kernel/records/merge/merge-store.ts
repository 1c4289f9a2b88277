import { sql } from 'kysely';
import type { Tx } from '../../db/index.ts';
import type { Tables } from '../../db/tables.ts';
import type { MergeParticipant } from '../../house/participant.ts';

/** Lets an id lead to another record, or to its own again. */
export async function pointHead(tx: Tx, id: string, into: string | null): Promise<void> {
  await tx.run({
    name: 'records_point',
    text: 'update app.records set merged_into = $3 where org_id = $1 and id = $2',
    values: [tx.orgId, id, into],
  });
}

/** Tables whose rows have an id of their own and hang on one record. */
type Hanging = {
  [Name in keyof Tables & string]: Tables[Name] extends { id: string; recordId: string | null } ? Name : never;
}[keyof Tables & string];

/** A participant that hands the rows of one table over and, undone, back: those that came from the other record. */
export function handsOver(table: Hanging): MergeParticipant {
  return {
    kind: 'merge',
    name: table,
    async move(tx, from, into) {
      const { rows } = await tx.run({
        text: `update app.${table} set record_id = $3 where org_id = $1 and record_id = $2 returning id`,
        values: [tx.orgId, from.id, into.id],
      });
      return (rows as { id: string }[]).map(({ id }) => id);
    },
    async undo(tx, from, into, note) {
      await tx.run({
        text: `update app.${table} set record_id = $2 where org_id = $1 and record_id = $3 and id = any($4::uuid[])`,
        values: [tx.orgId, from.id, into.id, note ?? []],
      });
    },
  };
}

/** Query for a record and those that became part of it; what was seen or changed on them counts as its own. */
export function mergedIds(orgId: string, recordId: string) {
  return sql`array(select ${recordId}::uuid union all
    select m.id from seen.records m where m.org_id = ${orgId}::uuid and m.merged_into = ${recordId}::uuid)`;
}

/** Query for where a merged record's id leads. */
export function survivorQuery(orgId: string, id: string) {
  return sql<{ mergedInto: string }>`
    select merged_into from seen.records where org_id = ${orgId}::uuid and id = ${id}::uuid and merged_into is not null`;
}

/** Query for records that became part of this one since then and can be taken out again, the newest first. */
export function openMergesQuery(orgId: string, intoId: string, since: Date) {
  return sql<{
    id: string;
    kind: string;
    number: string;
    title: string;
    ownerId: string | null;
    departmentId: string | null;
    movedBy: string | null;
    movedAt: Date;
  }>`
    select r.id, r.kind, r.number, r.title, r.owner_id, r.department_id, m.moved_by, m.moved_at
    from seen.record_moves m join seen.records r on r.org_id = ${orgId}::uuid and r.id = m.record_id
    where m.org_id = ${orgId}::uuid and m.into_id = ${intoId}::uuid and m.kind = 'merge' and m.ended_at is null
      and m.moved_at > ${since} order by m.moved_at desc, m.id desc limit 50`;
}
