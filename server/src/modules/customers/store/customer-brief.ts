import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';

/** Query for those of the records that are customers the actor may see, by name. */
export function customerBriefsQuery(actor: Actor, ids: readonly string[]) {
  return sql<{ id: string; name: string }>`
    select c.id, c.name from seen.customers c
    join seen.records r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
    where c.org_id = ${actor.orgId}::uuid and c.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'customers.read', 'c')}`;
}
