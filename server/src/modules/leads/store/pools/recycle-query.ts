import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/index.ts';
import type { LeadRow } from '../lead-store.ts';
import type { RecycleRuleRow } from './recycle-store.ts';

/** What of a rule decides whom it takes. */
export type RecycleTerms = Pick<RecycleRuleRow, 'intents' | 'priorities' | 'states' | 'measure' | 'days'> & {
  /** Before this moment it takes nothing; null in a trial. */
  readonly notBefore: Date | null;
};

/** Days of notice an owner has: the first and the second reminder. */
export const NOTICE_DAYS = [3, 1] as const;

/** States in which an owner works on a lead; the words are those of the index over open leads. */
const worked = sql.raw("('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating')");

const bases = {
  no_contact: sql`greatest(l.assigned_at, coalesce(l.last_contact_at, l.assigned_at))`,
  no_follow_up: sql`greatest(l.assigned_at, coalesce(l.last_follow_up_at, l.assigned_at))`,
  no_first_touch: sql`k.due_at`,
} as const;

/** SQL of the moment a rule takes a lead: its days after what it measures, never before protection or notice end. */
const takesAt = ({ measure, days, notBefore }: RecycleTerms): RawBuilder<Date> => sql<Date>`greatest(
  ${bases[measure]} + make_interval(days => ${days}::int), l.protected_until, ${notBefore}::timestamptz)`;

const among = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.raw(column)} = any(${[...values]}::text[])`;

/** From and where of the leads a rule looks at: owned, worked on, not paused, not in the recycle bin. */
function looked(orgId: string, leads: string, clocks: string, terms: RecycleTerms): RawBuilder<unknown> {
  const clock = sql`join ${sql.raw(clocks)} k on k.org_id = l.org_id and k.record_id = l.id and k.policy_key = 'first_touch'
    and k.stopped_at is null`;
  return sql`from ${sql.raw(leads)} l ${terms.measure === 'no_first_touch' ? clock : sql``}
    where l.org_id = ${orgId}::uuid and l.owner_id is not null and l.state in ${worked} and l.paused_until is null
      and ${among('l.intent', terms.intents)} and ${among('l.priority', terms.priorities)} and ${among('l.state', terms.states)}
      and not exists (select 1 from seen.records gone where gone.org_id = l.org_id and gone.id = l.id and gone.deleted_at is not null)`;
}

/** A lead with the moment a rule takes it. */
export type Recyclable = LeadRow & { readonly takesAt: Date };

/** Locks leads a rule takes by `until`, the longest due first; those another node works on are left to it. */
export async function lockRecyclable(
  tx: Tx,
  terms: RecycleTerms,
  until: Date,
  limit: number,
  further: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<Recyclable[]> {
  return tx.many(sql<Recyclable>`
    select l.*, ${takesAt(terms)} as takes_at ${looked(tx.orgId, 'app.leads', 'seen.clocks', terms)}
      and ${takesAt(terms)} <= ${until}::timestamptz and ${further}
    order by takes_at, l.id limit ${limit} for update of l skip locked`);
}

/** The owner has not been told so many days ahead of this moment. */
export const untold = (orgId: string, ruleId: string, daysAhead: number, terms: RecycleTerms): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from seen.lead_recycle_notices n where n.org_id = ${orgId}::uuid and n.lead_id = l.id
    and n.rule_id = ${ruleId}::uuid and n.days_ahead <= ${daysAhead} and n.takes_at = ${takesAt(terms)})`;

/** Query for how many leads a rule would take by now and by `until`. */
export function trialCountQuery(orgId: string, terms: RecycleTerms, now: Date, until: Date) {
  return sql<{ now: number; soon: number }>`
    select count(*) filter (where t.at <= ${now}::timestamptz)::int as now,
      count(*) filter (where t.at > ${now}::timestamptz)::int as soon
    from (select ${takesAt(terms)} as at ${looked(orgId, 'seen.leads', 'seen.clocks', terms)}) t where t.at <= ${until}::timestamptz`;
}

/** Query for the owners who would lose most by `until`. */
export function trialOwnersQuery(orgId: string, terms: RecycleTerms, until: Date) {
  return sql<{ id: string; name: string; leads: number }>`
    select t.owner_id as id, m.name, count(*)::int as leads
    from (select l.owner_id ${looked(orgId, 'seen.leads', 'seen.clocks', terms)} and ${takesAt(terms)} <= ${until}::timestamptz) t
    join seen.members m on m.org_id = ${orgId}::uuid and m.id = t.owner_id
    group by t.owner_id, m.name order by count(*) desc, m.name limit 10`;
}

/** Query for the leads that would go first. */
export function trialSamplesQuery(orgId: string, terms: RecycleTerms, until: Date) {
  return sql<{ id: string; title: string; ownerName: string; takesAt: Date }>`
    select t.id, r.title, m.name as owner_name, t.takes_at
    from (select l.id, l.owner_id, ${takesAt(terms)} as takes_at ${looked(orgId, 'seen.leads', 'seen.clocks', terms)}
      and ${takesAt(terms)} <= ${until}::timestamptz order by takes_at, l.id limit 10) t
    join seen.records r on r.org_id = ${orgId}::uuid and r.id = t.id
    join seen.members m on m.org_id = ${orgId}::uuid and m.id = t.owner_id
    order by t.takes_at, t.id`;
}
