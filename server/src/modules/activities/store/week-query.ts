import { type RawBuilder, sql } from 'kysely';

/** What people did with their customers since a moment. */
export interface ContactCounts {
  /** Effective contacts. */
  readonly reached: number;
  /** 未接通: nobody was reached. */
  readonly attempts: number;
  /** Effective contacts face to face. */
  readonly visits: number;
}

/** Query for the follow-ups these members (SQL of their ids as uuid[]) wrote about what happened in that time. */
export function contactCountsQuery(orgId: string, members: RawBuilder<unknown>, from: Date, to: Date) {
  return sql<ContactCounts>`
    select count(*) filter (where f.outcome = 'reached')::int as reached,
      count(*) filter (where f.outcome <> 'reached')::int as attempts,
      count(*) filter (where f.outcome = 'reached' and f.method = 'visit')::int as visits
    from seen.follow_ups f
    where f.org_id = ${orgId}::uuid and f.author_id = any(${members})
      and f.occurred_at >= ${from}::timestamptz and f.occurred_at <= ${to}::timestamptz`;
}
