import { sql } from 'kysely';
import type { Period } from '../pools/traffic-query.ts';

/** A lead of the past as a replay gives it out anew. */
export interface PastLead {
  readonly id: string;
  readonly title: string;
  readonly region: string | null;
  readonly province: string | null;
  readonly industry: string | null;
  readonly customerType: string | null;
  readonly priority: string;
  /** Key of the listed source; null for any other. */
  readonly source: string | null;
  readonly createdAt: Date;
  /** When it no longer weighed on its owner, as far as that is kept; null while it does. */
  readonly endedAt: Date | null;
  /** Who was the first to have it. */
  readonly holderId: string;
}

const ended = sql<Date | null>`case when l.state in ('won', 'qualified', 'invalid')
  then coalesce(l.qualified_at, l.converted_on::timestamptz, l.updated_at) end`;

// Who had it before it was first handed on, else who has it.
const firstHolder = sql<string>`coalesce((select m.from_owner_id from seen.lead_moves m
  where m.org_id = l.org_id and m.lead_id = l.id and m.from_owner_id is not null order by m.moved_at, m.id limit 1), l.owner_id)`;

/** Query for the leads rules would have given out in a period, as they came; the latest where there are more. */
export function pastLeadsQuery(orgId: string, { from, to }: Period, most: number) {
  return sql<PastLead>`
    select * from (
      select l.id, r.title, l.region, l.province, l.industry, l.customer_type, l.priority,
        case when l.source_listed then l.source end as source, l.created_at, l.created_by, ${ended} as ended_at,
        ${firstHolder} as holder_id
      from seen.leads l
      join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      join seen.organizations o on o.id = l.org_id
      where l.org_id = ${orgId}::uuid and l.created_at >= (${from}::date)::timestamp at time zone o.zone
        and l.created_at < (${to}::date + 1)::timestamp at time zone o.zone
    ) past where past.holder_id is not null and past.created_by is distinct from past.holder_id
    order by past.created_at desc, past.id desc limit ${most}`;
}

/** Leads somebody held when the period began, by the day they came to their end; null: they have not. */
export interface HeldThen {
  readonly ownerId: string;
  readonly endedOn: string | null;
  readonly leads: number;
}

/** Query for what everybody held when a period began. */
export function heldThenQuery(orgId: string, from: string) {
  return sql<HeldThen>`
    select held.owner_id, held.ended_on::text, count(*)::int as leads from (
      select l.owner_id, (${ended} at time zone o.zone)::date as ended_on from seen.leads l
      join seen.organizations o on o.id = l.org_id
      where l.org_id = ${orgId}::uuid and l.owner_id is not null and l.state <> 'screening'
        and l.created_at < (${from}::date)::timestamp at time zone o.zone
    ) held where held.ended_on is null or held.ended_on >= ${from}::date
    group by held.owner_id, held.ended_on`;
}
