import * as protocol from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import { startOfLocalDay } from '../../calendar/index.ts';
import { handleRead } from '../../http/handle.ts';
import { listCondition } from '../../lists/index.ts';
import { missedClockList } from './board-list.ts';
import { isMissed, isMovedPast } from './standing.ts';

const USUAL_MONTHS = 6;

interface Counted {
  readonly reason: string | null;
  readonly place: number;
  readonly count: number;
}

/** First days of the last months, the month of `today` last, and of the month after it. */
function firstDays(today: string, months: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: months + 1 }, (_, i) =>
    new Date(Date.UTC(year, month - months + i, 1)).toISOString().slice(0, 10),
  );
}

/** Missed clocks of the last months by the reason given and the month they were due in; beside them those moved past it. */
export const countReasons = handleRead(protocol.countLateReasons, async (context) => {
  const { actor, input, read, time } = context;
  const { zone } = actor.organization;
  const now = time.now();
  const days = firstDays(time.today(zone), input.months ?? USUAL_MONTHS);
  const starts = days.map((day) => startOfLocalDay(day, zone));
  const chosen = listCondition(context, missedClockList, { filter: input.filter });
  const [rows, put] = await read.all([
    sql<Counted>`
    select c.late_reason as reason, width_bucket(c.due_at, ${starts}::timestamptz[]) as place, count(*)::int as count
    from ${sql.raw(missedClockList.source)}
    where ${chosen} and ${isMissed(now)} and c.due_at >= ${starts[0]}::timestamptz
    group by c.late_reason, place order by sum(count(*)) over (partition by c.late_reason) desc, c.late_reason, place`,
    sql<Omit<Counted, 'reason'>>`
    select width_bucket(c.first_due_at, ${starts}::timestamptz[]) as place, count(*)::int as count
    from ${sql.raw(missedClockList.source)}
    where ${chosen} and ${isMovedPast(now)} and c.first_due_at >= ${starts[0]}::timestamptz group by place`,
  ]);
  const months = days.slice(0, -1).map((month, i) => ({
    month,
    from: (starts[i] as Date).toISOString(),
    to: (starts[i + 1] as Date).toISOString(),
  }));
  const reasons = new Map<string | null, number[]>();
  for (const { reason, place, count } of rows) {
    const counts = reasons.get(reason) ?? months.map(() => 0);
    counts[months.length - place] = count;
    reasons.set(reason, counts);
  }
  const moved = months.map(() => 0);
  for (const { place, count } of put) moved[months.length - place] = count;
  return { months: months.toReversed(), reasons: [...reasons].map(([reason, counts]) => ({ reason, counts })), moved };
});
