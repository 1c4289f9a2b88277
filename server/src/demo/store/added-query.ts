import { sql } from 'kysely';

/** What people have made in a demo since it stands. */
export interface Added {
  readonly leads: number;
  readonly customers: number;
  readonly opportunities: number;
  readonly followUps: number;
  readonly members: number;
}

/** Query for what was added to the organisation `orgId` after a moment. */
export function addedAfter(orgId: string, moment: Date) {
  return sql<Added>`
    select count(*) filter (where r.kind = 'lead')::int as leads, count(*) filter (where r.kind = 'customer')::int as customers,
      count(*) filter (where r.kind = 'opportunity')::int as opportunities,
      (select count(*)::int from seen.follow_ups f where f.org_id = ${orgId}::uuid and f.entered_at > ${moment}) as follow_ups,
      (select count(*)::int from seen.members m where m.org_id = ${orgId}::uuid and m.created_at > ${moment}) as members
    from seen.records r where r.org_id = ${orgId}::uuid and r.created_at > ${moment}`;
}
