import type { Level } from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../../kernel/access/index.ts';

/** A lead that rules gave out, as they look at it. */
export interface GivenLead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly region: string | null;
  readonly province: string | null;
  readonly industry: string | null;
  readonly customerType: string | null;
  readonly priority: Level;
  readonly source: string | null;
  readonly sourceListed: boolean;
  readonly ownerId: string;
  readonly ownerName: string;
  /** Whether it weighs on its owner. */
  readonly open: boolean;
}

/** Query for the latest leads the actor sees that were not kept by their finders, oldest first, as they came in. */
export function givenLeadsQuery(actor: Actor, count: number) {
  return sql<GivenLead>`
    select * from (
      select l.id, r.number, r.title, l.region, l.province, l.industry, l.customer_type, l.priority, l.source, l.source_listed,
        l.owner_id, m.name as owner_name, l.created_at,
        l.state in ('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating') as open
      from seen.leads l
      join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
      where l.org_id = ${actor.orgId}::uuid and ${visible(actor, 'leads.read', 'l')}
        and coalesce(l.assigned_why -> 0 ->> 'key', '') <> 'leads.why.assign.own_find'
      order by l.created_at desc, l.id desc limit ${count}
    ) latest order by latest.created_at, latest.id`;
}
