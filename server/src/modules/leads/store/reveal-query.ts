import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { LeadRow } from './lead-store.ts';

/** What a look at a lead's contact data needs to know of it. */
type Looked = Pick<LeadRow, 'id' | 'ownerId' | 'phone' | 'landline' | 'email' | 'wechat'>;

/**
 * Contact data of a lead the actor may look at; 404 unseen, 409 in a pool, 403 seen but not theirs to reveal. The row is not locked:
 * looking changes nothing of it, and a team that calls one lead must not queue.
 */
export async function contactsToReveal(tx: Tx, actor: Actor, id: string): Promise<Looked> {
  const lead = await tx.maybe(sql<Looked & { allowed: boolean }>`
    select l.id, l.owner_id, l.phone, l.landline, l.email, l.wechat, ${visible(actor, 'leads.reveal', 'l')} as allowed
    from seen.leads l join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${tx.orgId}::uuid and l.id = ${id}::uuid and ${visible(actor, 'leads.read', 'l')}`);
  if (!lead) throw problem('not_found');
  // R16: whom to call is told to the one who claimed it.
  if (lead.ownerId === null) throw problem('lead_in_pool');
  if (!lead.allowed) throw problem('not_allowed');
  return lead;
}
