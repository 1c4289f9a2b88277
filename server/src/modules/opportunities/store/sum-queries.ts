import { sql } from 'kysely';
import { type ListContext, listCondition } from '../../../kernel/lists/index.ts';
import type { StageSum } from '../rules/sums.ts';
import { opportunityList } from './opportunity-list.ts';

type Asking = Pick<ListContext, 'actor' | 'time'>;

const chosen = (asking: Asking, filter: string) =>
  sql`${sql.raw(opportunityList.source)} where ${listCondition(asking, opportunityList, { filter })}`;

/** Query for the opportunities a filter opens, by stage and currency. */
export function sumsByStage(asking: Asking, filter: string) {
  return sql<StageSum>`
    select o.stage_key, o.currency, count(*)::int as count, coalesce(sum(o.amount_minor), 0)::bigint as amount_minor,
      coalesce(sum(o.weighted_minor), 0)::bigint as weighted_minor
    from ${chosen(asking, filter)} group by o.stage_key, o.currency`;
}

/** Won opportunities of one currency together; contract amounts in minor units. */
interface SignedSum {
  readonly currency: string;
  readonly count: number;
  /** How many of them have a contract. */
  readonly signed: number;
  readonly signedMinor: number;
}

/** Query for the opportunities a filter opens, by currency, with the contracts of those that have one. */
export function signedSums(asking: Asking, filter: string) {
  return sql<SignedSum>`
    select o.currency, count(*)::int as count, count(o.signed_minor)::int as signed,
      coalesce(sum(o.signed_minor), 0)::bigint as signed_minor
    from ${chosen(asking, filter)} group by o.currency`;
}
