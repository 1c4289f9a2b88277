import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { AnyList } from '../../../kernel/lists/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';

/** Something that happened before, to be tried an automation on. */
export interface PastEvent {
  readonly recordId: string;
  readonly at: Date;
  readonly value: string | null;
}

/**
 * Query for events of a type since a moment, the newest first, on records of a kind that are there still; `property` is what
 * a trigger may be narrowed by. Ids of events rise with time, so their key is the way to the newest.
 */
export function pastEventsQuery(
  orgId: string,
  asked: { readonly event: string; readonly kind: string; readonly property: string | null },
  since: { readonly at: Date; readonly id: string },
  limit: number,
) {
  const value = asked.property === null ? sql`null` : sql`e.data->>${asked.property}::text`;
  return sql<PastEvent>`
    select e.record_id, e.at, ${value} as value from seen.events e
    join seen.records r on r.org_id = ${orgId}::uuid and r.id = e.record_id and r.kind = ${asked.kind} and r.deleted_at is null
    where e.org_id = ${orgId}::uuid and e.id >= ${since.id}::uuid and e.at >= ${since.at} and e.type = ${asked.event}
    order by e.id desc limit ${limit}`;
}

/** A record as a trial names it, where the reader may see it. */
export interface NamedRecord {
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly ownerName: string | null;
}

/** Query for how these records are called; those out of the reader's sight are not in it. */
export function namesQuery(actor: Actor, registry: Registry, ids: readonly string[]) {
  return sql<NamedRecord>`
    select r.id, r.number, r.title, m.name as owner_name from seen.records r
    left join seen.members m on m.org_id = ${actor.orgId}::uuid and m.id = r.owner_id
    where r.org_id = ${actor.orgId}::uuid and r.id = any(${[...ids]}::uuid[]) and ${visibleHead(actor, registry, 'r')}`;
}

/** Query for the rows of a list that fit: how many at most `limit`, and the newest of them. */
export function fittingQuery(list: AnyList, fits: RawBuilder<boolean>, limit: number) {
  const id = sql.raw(`${list.alias}.id`);
  return sql<{ id: string }>`
    select ${id} as id from ${sql.raw(list.source)} where ${fits} order by ${id} desc limit ${limit}`;
}
