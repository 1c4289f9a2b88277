import type { PoolMove, PoolTraffic } from '@dealtrail/protocol/leads';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../../kernel/access/index.ts';

/** A period of days in the organisation, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

// A lead that was claimed became business, whoever owned it then.
const becameBusiness = sql<boolean>`(l.qualified_at >= m.moved_at or l.converted_on >= m.moved_on)`;

/** What makes a move count as this, given the pool `p`. */
const counted: Readonly<Record<PoolTraffic, RawBuilder<boolean>>> = {
  in: sql<boolean>`m.to_pool_id = p.id`,
  out: sql<boolean>`m.from_pool_id = p.id`,
  claimed: sql<boolean>`(m.from_pool_id = p.id and m.how = 'claimed')`,
  converted: sql<boolean>`(m.from_pool_id = p.id and m.how = 'claimed' and ${becameBusiness})`,
  returned: sql<boolean>`(m.to_pool_id = p.id and m.how = 'returned')`,
  recycled: sql<boolean>`(m.to_pool_id = p.id and m.how = 'recycled')`,
};

const within = ({ from, to }: Period) => sql<boolean>`m.moved_on between ${from}::date and ${to}::date`;

/** Query for the traffic of pools in a period. */
export function trafficQuery(orgId: string, poolIds: readonly string[], period: Period) {
  const numbers = Object.entries(counted).map(
    ([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.ref(name)}`,
  );
  return sql<Record<PoolTraffic, number> & { poolId: string }>`
    select p.id as pool_id, ${sql.join(numbers)}
    from unnest(${[...poolIds]}::uuid[]) p(id)
    join seen.lead_moves m on m.org_id = ${orgId}::uuid and (m.to_pool_id = p.id or m.from_pool_id = p.id)
    join seen.leads l on l.org_id = m.org_id and l.id = m.lead_id
    where ${within(period)} group by p.id`;
}

/** Moves told at once. */
const MOST_MOVES = 500;

/** Query for the moves behind a number; a lead out of sight has no name. */
export function movesQuery(actor: Actor, poolId: string, what: PoolTraffic, period: Period) {
  return sql<Omit<PoolMove, 'movedAt'> & { movedAt: Date }>`
    select m.id, m.lead_id, case when ${visible(actor, 'leads.read', 'l')} then r.title end as lead_name, r.number, m.how,
      coalesce(fo.name, fp.name) as from_name, coalesce(t.name, tp.name) as to_name, m.reason, m.moved_at
    from seen.lead_moves m
    join (select ${poolId}::uuid as id) p on m.to_pool_id = p.id or m.from_pool_id = p.id
    join seen.leads l on l.org_id = m.org_id and l.id = m.lead_id
    join seen.records r on r.org_id = m.org_id and r.id = m.lead_id
    left join seen.members fo on fo.org_id = m.org_id and fo.id = m.from_owner_id
    left join seen.members t on t.org_id = m.org_id and t.id = m.to_owner_id
    left join seen.lead_pools fp on fp.org_id = m.org_id and fp.id = m.from_pool_id
    left join seen.lead_pools tp on tp.org_id = m.org_id and tp.id = m.to_pool_id
    where m.org_id = ${actor.orgId}::uuid and ${counted[what]} and ${within(period)}
    order by m.moved_at desc, m.id desc limit ${MOST_MOVES}`;
}
