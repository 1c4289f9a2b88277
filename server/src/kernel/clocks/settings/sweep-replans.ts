import { sql } from 'kysely';
import type { WorkCalendar } from '../../calendar/index.ts';
import { type RowOf, rowsOf, type Tx } from '../../db/index.ts';
import type { Sweep } from '../../house/module.ts';
import { policyHere, readTimeRules, type TimeRules } from '../organization-rules.ts';
import { calendarFrom } from '../rules/calendar-facts.ts';
import { momentIn } from '../rules/moment-in.ts';
import { replan } from '../rules/replan.ts';
import { explanationOf } from '../rules/start.ts';
import { clockOf } from '../store/clock-row.ts';
import { saveClock } from '../store/clock-store.ts';
import { clockReplansTable } from '../tables.ts';

/** Clocks one transaction takes on. */
const BATCH = 500;

type Order = RowOf<'clock_replans'>;

/** Takes the oldest order that waits; another node's is left to it. */
async function takeOrder(tx: Tx): Promise<Order | undefined> {
  const result = await tx.run({
    name: 'clock_replans_take',
    text: `select * from app.clock_replans where org_id = $1 and due_at <= $2
      order by due_at, id limit 1 for update skip locked`,
    values: [tx.orgId, tx.time.now()],
  });
  return rowsOf<Order>(result)[0];
}

function lockNext(tx: Tx, order: Order): Promise<RowOf<'clocks'>[]> {
  return tx.many(sql<RowOf<'clocks'>>`
    select * from app.clocks where org_id = ${tx.orgId}::uuid and stopped_at is null
      and ${order.afterId === null ? sql`true` : sql`id > ${order.afterId}::uuid`}
      and ${order.policyKey === null ? sql`true` : sql`policy_key = ${order.policyKey}`}
    order by id limit ${BATCH} for update`);
}

function tell(tx: Tx, row: RowOf<'clocks'>, dueAt: Date, zone: string, calendarOnly: boolean): void {
  const name = tx.policies.get(row.policyKey)?.name;
  tx.publish({
    type: 'clocks.replanned',
    recordId: row.recordId,
    data: { clockId: row.id, policyKey: row.policyKey, was: row.dueAt.toISOString(), dueAt: dueAt.toISOString() },
    rule: row.policyKey,
    text: {
      key: `clocks.event.replanned_by_${calendarOnly ? 'calendar' : 'terms'}`,
      params: {
        clockZh: name?.zh ?? row.policyKey,
        clockEn: name?.en ?? row.policyKey,
        was: momentIn(zone, row.dueAt),
        due: momentIn(zone, dueAt),
      },
    },
  });
}

/** Counts one clock anew; true when it changed. */
async function replanOne(
  tx: Tx,
  order: Order,
  { rules, was }: { readonly rules: TimeRules; readonly was: WorkCalendar },
  row: RowOf<'clocks'>,
): Promise<boolean> {
  const shipped = tx.policies.get(row.policyKey);
  const policy = order.policyKey !== null && shipped ? policyHere(shipped, rules) : undefined;
  if (order.policyKey !== null && !policy) return false;
  const counted = replan(clockOf(row), {
    now: tx.time.now(),
    was,
    calendar: rules.calendar,
    ...(policy ? { policy } : {}),
  });
  if (!counted) return false;
  await saveClock(tx, row, counted, {
    allowance: { ...counted.limit, warnAtPercent: counted.warnAtPercent },
    escalations: [...counted.escalations],
    why: explanationOf(counted, rules.calendar),
  });
  if (counted.dueAt.getTime() !== row.dueAt.getTime())
    tell(tx, row, counted.dueAt, rules.calendar.zone, order.policyKey === null);
  return true;
}

/** Counts open clocks anew after a change of terms or calendar, 500 in a transaction, each with its line of history. */
export const sweepReplans: Sweep = {
  name: 'clocks.replan',
  due: 'sweep.clock_replans_due',
  everySeconds: 10,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'clocks.replan', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const order = await takeOrder(tx);
      if (!order) return false;
      const [rules, rows] = [await readTimeRules(tx), await lockNext(tx, order)];
      let { changed } = order;
      const calendars = { rules, was: calendarFrom(order.was) };
      for (const row of rows) if (await replanOne(tx, order, calendars, row)) changed += 1;
      const last = rows.at(-1);
      const through = rows.length < BATCH;
      await tx.update(clockReplansTable, order, {
        changed,
        afterId: last?.id ?? order.afterId,
        ...(through ? { dueAt: null } : {}),
      });
      return true;
    });
  },
};
