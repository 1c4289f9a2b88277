import { expect, test } from 'vitest';
import { everyRow } from '../../lists/index.ts';
import { contextOf } from '../../lists/testing/head-list.ts';
import { type Company, company, type TestHouse, testHouse } from '../../../testing/test-house.ts';
import { missedClockList, openClockList } from './board-list.ts';
import { isMissed, isOpen } from './standing.ts';

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  admin: { role: 'administrator' },
  deputy: { role: 'representative', department: 'South' },
  absent: { role: 'representative', department: 'South' },
} as const;

/** From now on they stand in for a colleague, so that their board holds clocks of two. */
async function nameDeputy(
  { services }: TestHouse,
  { orgId, deputy, absent }: Company<keyof typeof people>,
): Promise<void> {
  const origin = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await services.database.write(origin, async (tx) => {
    await tx.run({
      text: `update app.members set absent_from = '2026-03-01', absent_until = '2026-04-30', deputy_id = $3 where org_id = $1 and id = $2`,
      values: [orgId, absent.memberId, deputy.memberId],
    });
  });
}

test.each([
  ['admin', 'open', 'clocks_board_index'],
  ['boss', 'open', 'clocks_board_index'],
  ['admin', 'missed', 'clocks_missed_index'],
  ['boss', 'missed', 'clocks_missed_index'],
  ['deputy', 'open', 'clocks_board_index'],
] as const)('the board of %s, %s, is walked on an index in its order', async (who, standing, index) => {
  const house = await testHouse();
  const here = await company(people);
  const caller = here[who];
  if (who === 'deputy') await nameDeputy(house, here);
  const context = { ...(await contextOf(house, caller)), services: house.services };
  const [spec, within] = standing === 'open' ? [openClockList, isOpen] : [missedClockList, isMissed(house.time.now())];
  const { text, values } = everyRow(context, spec, {}, 'c.id', within);
  const origin = { orgId: caller.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  const plan = await house.services.database.write(origin, async (tx) => {
    // The tables of a test are so small that the planner reads and sorts them whole; the question is whether it must.
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'])
      await tx.run({ text: `set local enable_${way} = off`, values: [] });
    const { rows } = await tx.run({ text: `explain ${text} limit 51`, values });
    return (rows as Record<string, string>[]).map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain(index);
});
