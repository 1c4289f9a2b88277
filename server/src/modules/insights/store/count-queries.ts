import { sql } from 'kysely';
import { type ListContext, listCondition } from '../../../kernel/lists/index.ts';
import { leadList } from '../../leads/index.ts';
import { opportunityList } from '../../opportunities/index.ts';

type Asking = Pick<ListContext, 'actor' | 'time'>;

const leadsOf = (asking: Asking, drill: string) =>
  sql`${sql.raw(leadList.source)} where ${listCondition(asking, leadList, { filter: drill })}`;

const opportunitiesOf = (asking: Asking, drill: string) =>
  sql`${sql.raw(opportunityList.source)} where ${listCondition(asking, opportunityList, { filter: drill })}`;

/** Query for the number of leads a drill opens. */
export function leadCount(asking: Asking, drill: string) {
  return sql<{ count: number }>`select count(*)::int as count from ${leadsOf(asking, drill)}`;
}

/** Query for the number of opportunities a drill opens. */
export function opportunityCount(asking: Asking, drill: string) {
  return sql<{ count: number }>`select count(*)::int as count from ${opportunitiesOf(asking, drill)}`;
}

/** Query for the number of leads a drill opens, by owner. */
export function leadsByOwner(asking: Asking, drill: string) {
  return sql<{ ownerId: string | null; count: number }>`
    select l.owner_id, count(*)::int as count from ${leadsOf(asking, drill)} group by l.owner_id`;
}

/** Query for the opportunities a drill opens, by state. */
export function countsByState(asking: Asking, drill: string) {
  return sql<{ state: string; count: number }>`
    select o.state, count(*)::int as count from ${opportunitiesOf(asking, drill)} group by o.state`;
}

/** Reasons longer than this are put together by how they begin, since a filter takes no longer text. */
const LONGEST_REASON = 100;

/** Query for the opportunities a drill opens, by the reason they were closed with, the most frequent first. */
export function countsByReason(asking: Asking, drill: string) {
  return sql<{ reason: string | null; cut: boolean; count: number }>`
    select g.reason, g.cut, count(*)::int as count from (
      select length(o.close_reason) > ${LONGEST_REASON} is true as cut,
        case when length(o.close_reason) > ${LONGEST_REASON} then lower(left(o.close_reason, ${LONGEST_REASON}) collate "C")
          else nullif(o.close_reason, '') end as reason
      from ${opportunitiesOf(asking, drill)}
    ) g group by g.reason, g.cut order by count(*) desc, g.reason limit 100`;
}

/** Query for the leads a drill opens, by the reason they turned out invalid, the most frequent first. */
export function leadsByInvalidReason(asking: Asking, drill: string) {
  return sql<{ reason: string | null; count: number }>`
    select nullif(l.invalid_reason, '') as reason, count(*)::int as count
    from ${leadsOf(asking, drill)} group by 1 order by count(*) desc, 1 limit 100`;
}
