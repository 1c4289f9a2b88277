import { expect, test } from 'vitest';
import { everyRow } from '../../lists/index.ts';
import { contextOf } from '../../lists/testing/head-list.ts';
import { company, testHouse } from '../../../testing/test-house.ts';
import { missedClockList, openClockList } from './board-list.ts';
import { isMissed, isOpen } from './standing.ts';

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  admin: { role: 'administrator' },
} as const;

test.each([
  ['admin', 'open', 'clocks_board_index'],
  ['boss', 'open', 'clocks_board_index'],
  ['admin', 'missed', 'clocks_missed_index'],
  ['boss', 'missed', 'clocks_missed_index'],
] as const)('the board of %s, %s, is walked on an index in its order', async (who, standing, index) => {
  const house = await testHouse();
  const caller = (await company(people))[who];
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
