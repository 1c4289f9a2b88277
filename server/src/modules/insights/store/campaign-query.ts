import { sql } from 'kysely';
import { type ListContext, listCondition } from '../../../kernel/lists/index.ts';
import { leadList } from '../../leads/index.ts';

type Asking = Pick<ListContext, 'actor' | 'time'>;

const leadsOf = (asking: Asking, drill: string) =>
  sql`${sql.raw(leadList.source)} where ${listCondition(asking, leadList, { filter: drill })}`;

/** Leads of one campaign as the database counts them. */
export interface CampaignCount {
  readonly campaignId: string;
  readonly leads: number;
  readonly invalid: number;
  readonly qualified: number;
  readonly converted: number;
}

/** Query for what became of the leads a drill opens, by campaign. */
export function campaignCounts(asking: Asking, drill: string) {
  return sql<CampaignCount>`
    select l.campaign_id, count(*)::int as leads, count(*) filter (where l.state = 'invalid')::int as invalid,
      count(*) filter (where l.qualified_at is not null or l.converted_on is not null)::int as qualified,
      count(l.converted_on)::int as converted
    from ${leadsOf(asking, drill)} group by l.campaign_id`;
}

/** Query for what the leads a drill opens were signed for, by campaign and currency; minor units. */
export function campaignSums(asking: Asking, drill: string) {
  return sql<{ campaignId: string; currency: string; signedMinor: number }>`
    select l.campaign_id, l.signed_currency as currency, sum(l.signed_minor)::bigint as signed_minor
    from ${leadsOf(asking, drill)} and l.signed_currency is not null group by 1, 2`;
}

/** Query for the texts of campaigns nobody registered among the leads a drill opens, the 50 most frequent. */
export function unknownCampaigns(asking: Asking, drill: string) {
  return sql<{ text: string; leads: number }>`
    select l.campaign as text, count(*)::int as leads from ${leadsOf(asking, drill)} and l.campaign <> ''
    group by l.campaign order by count(*) desc, l.campaign limit 50`;
}
