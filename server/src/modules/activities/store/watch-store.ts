import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import type { MergeParticipant } from '../../../kernel/house/participant.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { watchesTable } from '../tables.ts';

/** Query for the line by which a member follows a record. */
export function watchQuery(orgId: string, recordId: string, memberId: string) {
  return sql<RowOf<'watches'>>`
    select * from seen.watches
    where org_id = ${orgId}::uuid and record_id = ${recordId}::uuid and member_id = ${memberId}::uuid`;
}

/** Lets a member follow a record from this moment on. */
export async function insertWatch(tx: Tx, recordId: string, memberId: string): Promise<void> {
  await tx.insert(watchesTable, [{ id: tx.time.newId(), recordId, memberId, since: tx.time.now() }]);
}

/** Ends the following of a record. */
export async function removeWatch(tx: Tx, watch: RowOf<'watches'>): Promise<void> {
  await tx.remove(watchesTable, watch);
}

/** Query for the records a member follows and sees, the latest first. */
export function watchedQuery(actor: Actor, registry: Registry) {
  return sql<{ recordId: string; kind: string; title: string; number: string; since: Date }>`
    select w.record_id, r.kind, r.title, r.number, w.since from seen.watches w
    join seen.records r on r.org_id = w.org_id and r.id = w.record_id
    where w.org_id = ${actor.orgId}::uuid and w.member_id = ${actor.memberId}::uuid and ${visibleHead(actor, registry, 'r')}
    order by w.since desc, w.id limit 500`;
}

/** Query for who followed a record when an event happened, and for what the event says of it. */
export function followersQuery(orgId: string, eventId: string, recordId: string) {
  return sql<{ title: string; kind: string; text: Why | null; by: string | null; memberIds: string[] }>`
    select r.title, r.kind, e.text, m.name as by, array(
      select w.member_id from seen.watches w where w.org_id = r.org_id and w.record_id = r.id and w.org_id = ${orgId}::uuid and w.since <= e.at
    ) as member_ids
    from seen.records r
    join seen.events e on e.org_id = r.org_id and e.id = ${eventId}::uuid
    left join seen.members m on m.org_id = e.org_id and m.id = e.actor_id
    where r.org_id = ${orgId}::uuid and r.id = ${recordId}::uuid and r.deleted_at is null`;
}

/** Who follows a record follows the one it becomes part of; who follows both does so once. */
export const watchesGoAlong: MergeParticipant = {
  kind: 'merge',
  name: 'watches',
  async move(tx, from, into) {
    const { rows } = await tx.run({
      text: `update app.watches w set record_id = $3 where w.org_id = $1 and w.record_id = $2 and not exists (
        select 1 from app.watches b where b.org_id = $1 and b.record_id = $3 and b.member_id = w.member_id) returning id`,
      values: [tx.orgId, from.id, into.id],
    });
    return (rows as { id: string }[]).map(({ id }) => id);
  },
  async undo(tx, from, into, note) {
    await tx.run({
      text: 'update app.watches set record_id = $2 where org_id = $1 and record_id = $3 and id = any($4::uuid[])',
      values: [tx.orgId, from.id, into.id, note ?? []],
    });
  },
};
