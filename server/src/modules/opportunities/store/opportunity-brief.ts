import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';

/** An opportunity in one line, without contact data. */
export interface OpportunityBrief {
  readonly id: string;
  readonly name: string;
  readonly customerName: string;
  /** The first person entered for the customer. */
  readonly contactName: string | null;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly stageKey: string;
}

/** Query for those of the records that are opportunities the actor may see. */
export function opportunityBriefsQuery(actor: Actor, ids: readonly string[]) {
  return sql<OpportunityBrief>`
    select o.id, o.name, c.name as customer_name, o.amount_minor, o.currency, o.stage_key,
      (select p.name from seen.contacts p where p.org_id = o.org_id and p.customer_id = o.customer_id order by p.created_at, p.id limit 1) as contact_name
    from seen.opportunities o
    join seen.records r on r.org_id = o.org_id and r.id = o.id and r.deleted_at is null
    join seen.customers c on c.org_id = o.org_id and c.id = o.customer_id
    where o.org_id = ${actor.orgId}::uuid and o.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'opportunities.read', 'o')}`;
}
