import { sql } from 'kysely';
import type { NewRow, Tx } from '../../../../kernel/db/index.ts';
import type { LeadPast } from '../../rules/pools/judge-claim.ts';

/** A change of hands; its moment and day are those of the transaction. */
export type NewMove = Omit<NewRow<'lead_moves'>, 'id' | 'movedAt' | 'movedOn'>;

/** Notes changes of hands in one statement. */
export async function insertMoves(tx: Tx, moves: readonly NewMove[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map((move) => ({
    id: tx.time.newId(),
    lead_id: move.leadId,
    how: move.how,
    from_owner_id: move.fromOwnerId,
    from_pool_id: move.fromPoolId,
    to_owner_id: move.toOwnerId,
    to_pool_id: move.toPoolId,
    by_id: move.byId,
    reason: move.reason,
    rule_id: move.ruleId,
  }));
  await tx.run({
    name: 'lead_moves_insert',
    text: `insert into app.lead_moves (org_id, id, lead_id, how, from_owner_id, from_pool_id, to_owner_id, to_pool_id, by_id,
        reason, rule_id, moved_at, moved_on)
      select $1, m.id, m.lead_id, m.how, m.from_owner_id, m.from_pool_id, m.to_owner_id, m.to_pool_id, m.by_id,
        m.reason, m.rule_id, $3::timestamptz, ($3::timestamptz at time zone o.zone)::date
      from jsonb_to_recordset($2::jsonb) as m(id uuid, lead_id uuid, how text, from_owner_id uuid, from_pool_id uuid,
        to_owner_id uuid, to_pool_id uuid, by_id uuid, reason text, rule_id uuid)
      join seen.organizations o on o.id = $1`,
    values: [tx.orgId, JSON.stringify(rows), tx.time.now()],
  });
}

/** Query for what a member claimed from each pool on a day; a lead counts once, whatever became of it. */
export function claimedQuery(orgId: string, memberId: string, today: string) {
  return sql<{ poolId: string; leads: number }>`
    select m.from_pool_id as pool_id, count(distinct m.lead_id)::int as leads from seen.lead_moves m
    where m.org_id = ${orgId}::uuid and m.to_owner_id = ${memberId}::uuid and m.moved_on = ${today}::date and m.how = 'claimed'
    group by m.from_pool_id`;
}

/** Query for how many open leads a member holds that they claimed, by pool. */
export function heldQuery(orgId: string, memberId: string) {
  return sql<{ poolId: string; leads: number }>`
    select l.claimed_from as pool_id, count(*)::int as leads from seen.leads l
    where l.org_id = ${orgId}::uuid and l.owner_id = ${memberId}::uuid and l.claimed_from is not null
      and l.state in ('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating')
      and not exists (select 1 from seen.records gone where gone.org_id = l.org_id and gone.id = l.id and gone.deleted_at is not null)
    group by l.claimed_from`;
}

/** Query for the past of leads as far as it decides whether a member may claim them today. */
export function pastQuery(orgId: string, memberId: string, leadIds: readonly string[], today: string) {
  return sql<LeadPast & { leadId: string }>`
    select m.lead_id,
      max(m.moved_on) filter (where m.from_owner_id = ${memberId}::uuid)::text as lost_on,
      max(m.moved_on) filter (where m.how = 'returned')::text as returned_on,
      coalesce(bool_or(m.how = 'claimed' and m.to_owner_id = ${memberId}::uuid and m.moved_on = ${today}::date), false) as counted_today
    from seen.lead_moves m where m.org_id = ${orgId}::uuid and m.lead_id = any(${[...leadIds]}::uuid[]) group by m.lead_id`;
}

/** Query for who took a lead out of a pool last. */
export function lastTakenQuery(orgId: string, leadId: string) {
  return sql<{ poolId: string; ownerId: string | null; ownerName: string | null; departmentId: string | null }>`
    select m.from_pool_id as pool_id, m.to_owner_id as owner_id, o.name as owner_name, o.department_id
    from seen.lead_moves m left join seen.members o on o.org_id = m.org_id and o.id = m.to_owner_id
    where m.org_id = ${orgId}::uuid and m.lead_id = ${leadId}::uuid and m.from_pool_id is not null
    order by m.moved_at desc, m.id desc limit 1`;
}

/** Until they commit, a member's claims come one after the other: two at once would count the same. */
export async function holdClaims(tx: Tx, memberId: string): Promise<void> {
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} claims ${memberId}`],
    name: 'hold_claims',
  });
}
