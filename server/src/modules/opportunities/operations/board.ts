import * as protocol from '@dealtrail/protocol/opportunities';
import { sql } from 'kysely';
import { handleRead, type ReadContext } from '../../../kernel/http/handle.ts';
import { filterOf, listCondition, listQuery } from '../../../kernel/lists/index.ts';
import { presentListed, presentProcess } from '../present.ts';
import { standardProcess } from '../rules/default-process.ts';
import { OPPORTUNITY_SOURCE, opportunityList } from '../store/opportunity-list.ts';
import { currentProcessQuery } from '../store/process-store.ts';

/** Cards shown of one column; the sums above it count all. */
const CARDS = 100;

interface Sum {
  stageKey: string;
  count: number;
  amountMinor: number;
  weightedMinor: number;
}

const both = (...filters: (object | undefined)[]): string =>
  JSON.stringify({ all: filters.filter((filter) => filter !== undefined) });

function sumsOf(context: ReadContext<typeof protocol.board>, filter: string) {
  return sql<Sum>`
    select o.stage_key, count(*)::int as count, coalesce(sum(o.amount_minor), 0)::bigint as amount_minor, coalesce(sum(o.weighted_minor), 0)::bigint as weighted_minor
    from ${sql.raw(OPPORTUNITY_SOURCE)} left join seen.records r on r.org_id = o.org_id and r.id = o.id
    where ${listCondition(context, opportunityList, { filter })} group by o.stage_key`;
}

/** Open opportunities by stage with counts and sums over all, and the first cards of each column. */
export const board = handleRead(protocol.board, async (context) => {
  const { actor, read, input, time } = context;
  const chosen = input.filter === undefined ? undefined : filterOf(input.filter);
  const open = both({ field: 'state', op: 'eq', value: 'open' }, chosen);
  const monthStart = `${time.today(actor.organization.zone).slice(0, 7)}-01`;
  const won = both(
    { field: 'state', op: 'in', value: ['won', 'won_awaiting_signing'] },
    { field: 'closedAt', op: 'gte', value: monthStart },
    chosen,
  );
  const [[kept], sums, wonSums] = await read.all([
    currentProcessQuery(actor.orgId),
    sumsOf(context, open),
    sumsOf(context, won),
  ]);
  const process = presentProcess(kept?.definition ?? standardProcess);
  const columns = process.stages.filter(
    (stage) => !stage.afterWin && (stage.position > 0 || sums.some((sum) => sum.stageKey === stage.key)),
  );
  const pages = await Promise.all(
    columns.map((stage) =>
      listQuery(context, opportunityList, {
        filter: both(
          { field: 'stageKey', op: 'eq', value: stage.key },
          { field: 'state', op: 'eq', value: 'open' },
          chosen,
        ),
        limit: CARDS,
      }),
    ),
  );
  const wonPage = await listQuery(context, opportunityList, { filter: won, limit: CARDS });
  return {
    process,
    columns: columns.map((stage, i) => {
      const sum = sums.find((one) => one.stageKey === stage.key);
      return {
        stageKey: stage.key,
        count: sum?.count ?? 0,
        amountMinor: sum?.amountMinor ?? 0,
        weightedMinor: sum?.weightedMinor ?? 0,
        cards: (pages[i]?.items ?? []).map((row) => presentListed(row, actor)),
      };
    }),
    wonThisMonth: {
      count: wonSums.reduce((total, sum) => total + sum.count, 0),
      amountMinor: wonSums.reduce((total, sum) => total + sum.amountMinor, 0),
      cards: wonPage.items.map((row) => presentListed(row, actor)),
    },
  };
});
