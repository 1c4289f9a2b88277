import { sql } from 'kysely';
import { addDays, isWorkday, startOfLocalDay } from '../../../kernel/calendar/index.ts';
import { timeRulesOf } from '../../../kernel/clocks/organization-rules.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import { calledOn } from '../rules/period.ts';
import { holdersIn } from '../rules/team.ts';
import { callReview, lookAgain, reviewOf } from '../store/review-store.ts';
import { departmentsQuery } from '../store/team-query.ts';

/** The calendar is looked at as the working day begins. */
const MORNING_MS = 8 * 3_600_000;

async function callDue(tx: Tx): Promise<void> {
  const { calendar } = await timeRulesOf(tx);
  const { zone } = calendar;
  const today = tx.time.today(zone);
  await lookAgain(tx, new Date(startOfLocalDay(addDays(today, 1), zone).getTime() + MORNING_MS));
  const called = calledOn(today, (day) => isWorkday(calendar, day));
  if (called.length === 0) return;
  const { since } = await tx.one(sql<{ since: Date }>`
    select o.created_at as since from seen.organizations o where o.id = ${tx.orgId}::uuid`);
  const holders = holdersIn(await tx.many(departmentsQuery(tx.orgId)));
  for (const { cadence, period, heldOn } of called) {
    // Nothing happened before the organisation was there.
    if (startOfLocalDay(period.to, zone) < since) continue;
    for (const { department, ownerId, topmost } of holders) {
      if (cadence !== 'weekly' && !topmost) continue;
      const known = await reviewOf(tx, { cadence, departmentId: department.id, fromOn: period.from });
      if (!known) await callReview(tx, { cadence, department, ownerId, period, heldOn }, zone);
    }
  }
}

/** Calls the reviews an organisation's calendar asks for: the team's week on Friday, month and quarter once they are over. */
export const sweepReviews: Sweep = {
  name: 'reviews.call',
  due: 'sweep.reviews',
  everySeconds: 300,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'reviews.call', requestId: services.time.newId() };
    await services.database.write(origin, callDue);
    return false;
  },
};
