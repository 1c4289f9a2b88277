import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { RowOf } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';

/** A task with the names around it. */
export type TaskFacts = RowOf<'tasks'> & {
  recordKind: string | null;
  recordTitle: string | null;
  ownerName: string | null;
};

const columns = sql`t.*, m.name as owner_name`;

/** Query for the tasks of a record: open ones first, the next due on top; cancelled ones are gone. */
export function tasksOf(orgId: string, recordId: string) {
  return sql<TaskFacts>`
    select ${columns}, r.kind as record_kind, r.title as record_title from seen.tasks t
    join seen.records r on r.org_id = t.org_id and r.id = t.record_id
    left join seen.members m on m.org_id = t.org_id and m.id = t.owner_id
    where t.org_id = ${orgId}::uuid and t.record_id = ${recordId}::uuid and t.cancelled_at is null
    order by t.done_at is not null, t.due_at nulls last, t.id limit 500`;
}

/** Query for one task; the title of a record the reader may not see stays out. */
export function taskQuery(actor: Actor, registry: Registry, id: string) {
  return sql<TaskFacts>`
    select ${columns}, r.kind as record_kind, case when ${visibleHead(actor, registry, 'r')} then r.title end as record_title
    from seen.tasks t
    left join seen.records r on r.org_id = t.org_id and r.id = t.record_id
    left join seen.members m on m.org_id = t.org_id and m.id = t.owner_id
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid`;
}

/** Query for tasks by their ids; titles of records stay out, they are shown by the records' own chapters. */
export function tasksByIds(orgId: string, ids: readonly string[]) {
  return sql<TaskFacts>`
    select ${columns}, null as record_kind, null as record_title from seen.tasks t
    left join seen.members m on m.org_id = t.org_id and m.id = t.owner_id
    where t.org_id = ${orgId}::uuid and t.id = any(${[...ids]}::uuid[])`;
}
