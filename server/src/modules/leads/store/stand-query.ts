import { sql } from 'kysely';

/** Query for who entered how many leads of a campaign since that day began: typed new ones, and known ones that came again. */
export function standEntriesQuery(orgId: string, campaignId: string, day: string, zone: string) {
  const since = sql`(${day}::date::timestamp at time zone ${zone})`;
  return sql<{ memberId: string; name: string; entries: number }>`
    select m.id as member_id, m.name, count(*)::int as entries from (
      select l.created_by as member_id from seen.leads l
      where l.org_id = ${orgId}::uuid and l.campaign_id = ${campaignId}::uuid and l.created_at >= ${since}
        and exists (select 1 from seen.events e where e.org_id = ${orgId}::uuid and e.record_id = l.id
          and e.type = 'leads.created' and e.data ->> 'imported' = 'false')
      union all
      select t.member_id from seen.lead_touches t
      where t.org_id = ${orgId}::uuid and t.campaign_id = ${campaignId}::uuid and t.at >= ${since} and t.via in ('person', 'api')
    ) e
    join seen.members m on m.org_id = ${orgId}::uuid and m.id = e.member_id
    group by m.id, m.name order by count(*) desc, m.name`;
}

/** Query for whether a member entered a lead, or touched it, since a moment. */
export function enteredByQuery(orgId: string, leadId: string, memberId: string, since: Date) {
  return sql<{ id: string }>`
    select l.id from seen.leads l
    where l.org_id = ${orgId}::uuid and l.id = ${leadId}::uuid and (
      l.created_by = ${memberId}::uuid and l.created_at >= ${since}
      or exists (select 1 from seen.lead_touches t where t.org_id = ${orgId}::uuid and t.lead_id = l.id
        and t.member_id = ${memberId}::uuid and t.at >= ${since}))`;
}
