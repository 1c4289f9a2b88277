import * as protocol from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import { handleRead } from '../../http/handle.ts';
import { listCondition } from '../../lists/index.ts';
import { openClockList } from './board-list.ts';
import { type HeatCount, heatColumns, heatTable } from './heat-table.ts';

/** A screen is read person by person; more of them nobody takes in. */
const MOST_PEOPLE = 40;

/** How many open clocks fall due by person and hour or day. */
export const clockHeat = handleRead(protocol.clockHeat, async (context) => {
  const { actor, input, read, time } = context;
  const now = time.now();
  const columns = heatColumns(input.by, now, actor.organization.zone);
  const ends = columns.map(({ to }) => to);
  const chosen = listCondition(context, openClockList, { filter: input.filter });
  const rows = await read.many(sql<HeatCount>`
    select c.owner_id as member_id, m.name, width_bucket(c.due_at, ${ends}::timestamptz[]) as place, count(*)::int as count
    from ${sql.raw(openClockList.source)}
    where ${chosen} and c.stopped_at is null and c.paused_at is null and c.due_at < ${ends.at(-1)}::timestamptz
    group by c.owner_id, m.name, place`);
  return {
    columns: columns.map(({ from, to }) => ({ from: from?.toISOString() ?? null, to: to.toISOString() })),
    ...heatTable(rows, columns.length, MOST_PEOPLE),
  };
});
