import { sql } from 'kysely';

/** Query for the attempts on a lead so far: how many, and on which days of the organisation's zone. */
export function attemptQuery(orgId: string, leadId: string, zone: string) {
  return sql<{ count: number; days: string[] }>`
    select count(*)::int as count, coalesce(array_agg(distinct to_char(occurred_at at time zone ${zone}, 'YYYY-MM-DD')), '{}') as days
    from seen.follow_ups where org_id = ${orgId}::uuid and record_id = ${leadId}::uuid and outcome <> 'reached'`;
}
