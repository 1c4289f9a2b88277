import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { BulkSubject } from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';

/** Query for those of these customers the actor sees, and whether the permission reaches them. */
export function customerSubjectsQuery(actor: Actor, ids: readonly string[], permission: string) {
  return sql<BulkSubject>`
    select c.id, c.name as title, ${visible(actor, permission, 'c')} as allowed
    from seen.customers c
    join seen.records r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
    where c.org_id = ${actor.orgId}::uuid and c.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'customers.read', 'c')}`;
}

/** Locks these customers, in the order of their ids. */
export function lockCustomers(tx: Tx, ids: readonly string[]): Promise<RowOf<'customers'>[]> {
  return tx.many(sql<RowOf<'customers'>>`
    select * from app.customers where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
}
