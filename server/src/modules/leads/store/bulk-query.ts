import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { BulkSubject } from '../../../kernel/bulk/index.ts';
import type { LeadRow } from './lead-store.ts';

/** A lead as an act on many judges it. */
export type LeadSubject = BulkSubject &
  Pick<LeadRow, 'state' | 'ownerId'> & {
    /** Why it cannot be claimed, where that is asked. */
    readonly unclaimable?: Why;
  };

/** Query for those of these leads the actor sees, and whether the permission reaches them. */
export function leadSubjectsQuery(actor: Actor, ids: readonly string[], permission: string) {
  return sql<LeadSubject>`
    select l.id, r.title, l.state, l.owner_id, ${visible(actor, permission, 'l')} as allowed
    from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${actor.orgId}::uuid and l.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'leads.read', 'l')}`;
}

/** Query for those of these leads that lie in one of the pools; called by what their members know of them. */
export function pooledSubjectsQuery(orgId: string, ids: readonly string[], poolIds: readonly string[]) {
  return sql<LeadSubject>`
    select l.id, coalesce(l.company_name, r.number) as title, l.state, l.owner_id, true as allowed
    from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${orgId}::uuid and l.id = any(${[...ids]}::uuid[]) and l.pool_id = any(${[...poolIds]}::uuid[])`;
}
