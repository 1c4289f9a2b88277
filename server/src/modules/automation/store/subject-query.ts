import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import { type AnyList, listCondition } from '../../../kernel/lists/index.ts';
import type { Filter } from '@dealtrail/protocol/kernel';
import type { Time } from '../../../kernel/time/time.ts';
import type { Tx } from '../../../kernel/db/index.ts';

/** A record as an automation addresses it. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly departmentId: string | null;
}

/** Query for the head of a record that is not deleted. */
export function subjectQuery(orgId: string, id: string) {
  return sql<Subject>`
    select r.id, r.kind, r.number, r.title, r.owner_id, r.department_id, m.name as owner_name
    from seen.records r left join seen.members m on m.org_id = ${orgId}::uuid and m.id = r.owner_id
    where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid and r.deleted_at is null`;
}

/** The records of a list that fit conditions now, whoever owns them. */
export function fittingRows(asker: { actor: Actor; time: Time }, list: AnyList, conditions: Filter) {
  return listCondition(asker, list, { filter: JSON.stringify(conditions) });
}

/** What is asked when a time came: for which automation, on which occasion, and when it may act on a record again. */
export interface Occasion {
  readonly automationId: string;
  readonly key: string;
  /** Acts since then keep a record out; null: any act ever. */
  readonly since: Date | null;
}

/** Ids of the records that fit and that this occasion has not reached, in the order of their ids. */
export async function dueRecords(
  tx: Tx,
  actor: Actor,
  list: AnyList,
  conditions: Filter,
  { automationId, key, since }: Occasion,
  limit: number,
): Promise<string[]> {
  const id = sql.raw(`${list.alias}.id`);
  const lately = since === null ? sql`true` : sql`u.at > ${since}`;
  const rows = await tx.many(sql<{ id: string }>`
    select ${id} as id from ${sql.raw(list.source)}
    where ${fittingRows({ actor, time: tx.time }, list, conditions)} and not exists (
      select 1 from seen.automation_runs u where u.org_id = ${tx.orgId}::uuid and u.automation_id = ${automationId}::uuid
        and u.record_id = ${id} and (u.occasion = ${key} or (u.outcome <> 'passed' and ${lately})))
    order by ${id} limit ${limit}`);
  return rows.map((row) => row.id);
}
