import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';

/** Names told of the records one reason keeps as they are. */
const SAMPLES = 5;

/** Reason, how many it keeps, and the first of them. */
export interface Refusal {
  readonly why: Why;
  readonly count: number;
  readonly samples: { id: string; title: string }[];
}

/** Query for one run of the member. */
export function runQuery(orgId: string, memberId: string, id: string) {
  return sql<RowOf<'bulk_runs'>>`
    select * from seen.bulk_runs where org_id = ${orgId}::uuid and id = ${id}::uuid and member_id = ${memberId}::uuid`;
}

/** Query for the newest runs of the member. */
export function runsQuery(orgId: string, memberId: string) {
  return sql<RowOf<'bulk_runs'>>`
    select * from seen.bulk_runs where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid
    order by created_at desc, id desc limit 20`;
}

/** Query for why records of a run stay as they are, the most frequent reason first. */
export function refusalsQuery(orgId: string, runId: string) {
  return sql<Refusal>`
    select why, count(*)::int as count,
      (array_agg(json_build_object('id', record_id, 'title', title) order by position))[1:${sql.raw(String(SAMPLES))}] as samples
    from seen.bulk_items where org_id = ${orgId}::uuid and run_id = ${runId}::uuid and outcome = 'refused'
    group by why order by count(*) desc limit 20`;
}

/** The same over outcomes in hand, for a preview. */
export function gatherRefusals(refused: readonly { id: string; title: string; why: Why }[]): Refusal[] {
  const groups = Map.groupBy(refused, ({ why }) => JSON.stringify(why));
  return [...groups.values()]
    .map((group) => ({
      why: (group[0] as { why: Why }).why,
      count: group.length,
      samples: group.slice(0, SAMPLES).map(({ id, title }) => ({ id, title })),
    }))
    .toSorted((a, b) => b.count - a.count);
}
