import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { BulkSubject } from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';

/** An opportunity as an act on many judges it. */
export type OpportunitySubject = BulkSubject & Pick<RowOf<'opportunities'>, 'state'>;

/** Query for those of these opportunities the actor sees, and whether that permission reaches them. */
export function opportunitySubjectsQuery(actor: Actor, ids: readonly string[], permission: string) {
  return sql<OpportunitySubject>`
    select o.id, o.name as title, o.state, ${visible(actor, permission, 'o')} as allowed
    from seen.opportunities o
    join seen.records r on r.org_id = o.org_id and r.id = o.id and r.deleted_at is null
    where o.org_id = ${actor.orgId}::uuid and o.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'opportunities.read', 'o')}`;
}

/** Locks these opportunities, in the order of their ids. */
export function lockOpportunities(tx: Tx, ids: readonly string[]): Promise<RowOf<'opportunities'>[]> {
  return tx.many(sql<RowOf<'opportunities'>>`
    select * from app.opportunities where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
}
