import { expect, test } from 'vitest';
import type { Statement } from '../../../kernel/db/index.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { listQuery } from '../../../kernel/lists/index.ts';
import { contextOf } from '../../../kernel/lists/testing/head-list.ts';
import { company, testHouse } from '../../../testing/test-house.ts';
import { leadList } from '../../leads/index.ts';
import { opportunityList } from './opportunity-list.ts';

/** Tables that grow with the business; members and departments stay small. */
const growing = /Seq Scan on (clocks|leads|opportunities|records|customers)/;

const due = JSON.stringify({ field: 'dueAt', op: 'lt', value: { relative: '0h' } });
const ofIndustry = JSON.stringify({ field: 'customer.industry', op: 'eq', value: '制造业' });

test.each([
  ['opportunities by amount', opportunityList, { sort: '-amountMinor' }, 'opportunities_amount_index'],
  ['opportunities by expected close', opportunityList, { sort: 'expectedCloseOn' }, 'opportunities_close_index'],
  ['opportunities by weighted amount', opportunityList, { sort: '-weightedMinor' }, 'opportunities_weighted_index'],
  ['opportunities of an industry', opportunityList, { filter: ofIndustry }, 'opportunities_updated_index'],
  ['leads by age', leadList, {}, 'leads_created_index'],
  ['leads overdue', leadList, { filter: due }, 'clocks_'],
])('a page of %s finds an index and reads no growing table from end to end', async (_, spec, input, index) => {
  const house = await testHouse();
  const { admin } = await company({ admin: { role: 'administrator' } });
  const context = await contextOf(house, admin);
  const seen: Statement[] = [];
  const read = { all: async (asked: readonly Statement[]) => asked.map((one) => (seen.push(one), [])) };
  await listQuery({ ...context, read: read as unknown as Reader }, spec as typeof leadList, input);
  const [{ text, values }] = seen as [Statement];
  const plan = await house.services.database.write(
    { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' },
    async (tx) => {
      // Tables of a test are so small that the planner reads and sorts them whole; the question is whether it must.
      await tx.run({ text: 'set local enable_seqscan = off', values: [] });
      await tx.run({ text: 'set local enable_sort = off', values: [] });
      const { rows } = await tx.run({ text: `explain ${text}`, values });
      return (rows as Record<string, string>[]).map((row) => row['QUERY PLAN']).join('\n');
    },
  );
  expect(plan).toContain(index);
  expect(plan).not.toMatch(growing);
});
