import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { LeadRow } from './lead-store.ts';

/** Leads one transaction takes up again. */
export const RESUME_BATCH = 200;

/** Locks paused leads whose day has come in the organisation's zone; those another node works on are left to it. */
export async function claimEndedPauses(tx: Tx): Promise<LeadRow[]> {
  return tx.many(sql<LeadRow>`
    select l.* from app.leads l join seen.organizations o on o.id = l.org_id
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${tx.orgId}::uuid and l.paused_until is not null
      and l.paused_until::timestamp at time zone o.zone <= ${tx.time.now()}::timestamptz
    order by l.paused_until limit ${RESUME_BATCH} for update of l skip locked`);
}
