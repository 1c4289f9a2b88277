import { type RawBuilder, sql } from 'kysely';
import { type ListContext, listCondition } from '../../../kernel/lists/index.ts';
import { leadList } from '../../leads/index.ts';

/** What conversion is told apart by. */
export type ConversionKey = 'source' | 'lastSource' | 'campaign' | 'referrer' | 'region' | 'industry' | 'owner';

/** Leads of one group as the database counts them; cycles in whole days of the organisation's zone. */
export interface ConversionRow {
  readonly key: string | null;
  readonly ownerName: string | null;
  readonly leads: number;
  readonly invalid: number;
  readonly converted: number;
  readonly cycleDays: number[];
}

type Asking = Pick<ListContext, 'actor' | 'time'>;

const keys: Record<ConversionKey, RawBuilder<string | null>> = {
  source: sql`nullif(l.source, '')`,
  lastSource: sql`nullif(l.last_source, '')`,
  // A known campaign by its id, however each lead wrote its name; else the text.
  campaign: sql`coalesce(l.campaign_id::text, nullif(l.campaign, ''))`,
  referrer: sql`nullif(l.referrer, '')`,
  region: sql`nullif(l.region, '')`,
  owner: sql`l.owner_id`,
  industry: sql`nullif(l.industry, '')`,
};

const leadsOf = (asking: Asking, drill: string) =>
  sql`${sql.raw(leadList.source)} where ${listCondition(asking, leadList, { filter: drill })}`;

/** Query for the leads a drill opens, by source, owner or industry, the largest group first. */
export function conversionQuery(asking: Asking, drill: string, by: ConversionKey) {
  const { zone } = asking.actor.organization;
  return sql<ConversionRow>`
    select g.key, max(g.owner_name) as owner_name, count(*)::int as leads, count(*) filter (where g.state = 'invalid')::int as invalid,
      count(g.converted_on)::int as converted,
      coalesce(array_agg(greatest(0, g.converted_on - g.created_on)) filter (where g.converted_on is not null), '{}') as cycle_days
    from (
      select ${keys[by]} as key, m.name as owner_name, l.state, l.converted_on,
        (l.created_at at time zone ${zone})::date as created_on
      from ${leadsOf(asking, drill)}
    ) g group by g.key order by count(*) desc, g.key nulls last`;
}

/** Contracts of one group in one currency; minor units. */
export interface SignedRow {
  readonly key: string | null;
  readonly currency: string;
  readonly signedMinor: number;
}

/** Query for what the leads a drill opens were signed for, by group and currency. */
export function signedQuery(asking: Asking, drill: string, by: ConversionKey) {
  return sql<SignedRow>`
    select ${keys[by]} as key, l.signed_currency as currency, sum(l.signed_minor)::bigint as signed_minor
    from ${leadsOf(asking, drill)} and l.signed_currency is not null group by 1, 2`;
}

/** Query for the leads a drill opens, by the month they were created in. */
export function cohortQuery(asking: Asking, drill: string) {
  const { zone } = asking.actor.organization;
  return sql<{ month: string; leads: number; converted: number }>`
    select g.month, count(*)::int as leads, count(g.converted_on)::int as converted from (
      select to_char(l.created_at at time zone ${zone}, 'YYYY-MM') as month, l.converted_on from ${leadsOf(asking, drill)}
    ) g group by g.month`;
}
