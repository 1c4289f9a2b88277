import { undoBulk } from '@dealtrail/protocol/bulk';
import { createCustomer } from '@dealtrail/protocol/customers';
import {
  bulkOpportunities,
  closeOpportunity,
  createOpportunity,
  getOpportunity,
} from '@dealtrail/protocol/opportunities';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

test('deals change together as one would, closed ones stay, and a probability goes back to its stage', async () => {
  const { rep, boss } = await company({
    rep: { role: 'representative', department: 'North', name: '周予安' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '林向晚' },
  });
  const customer = await rep.call(createCustomer, { body: { name: '绍兴越川纺机有限公司' } });
  const ids: string[] = [];
  for (const name of ['甲线改造', '乙厂检测', '丙仓立库']) {
    const body = { name, customerId: customer.body.id, amountMinor: 1_000_000 };
    ids.push((await rep.call(createOpportunity, { body })).body.id);
  }
  const [first = '', , closed = ''] = ids;
  const lost = { outcome: 'invalid', reason: 'wrong_information' } as const;
  const ended = await boss.call(closeOpportunity, { params: { id: closed }, body: lost });
  expect(ended.status).toBe(200);
  const fact = async () => (await rep.call(getOpportunity, { params: { id: first } })).body;
  const { probability, weightedMinor } = await fact();
  const action = { do: 'edit', set: { expectedCloseOn: '2026-06-30', probability: 80 } } as const;
  const done = await boss.call(bulkOpportunities, { body: { choice: { ids }, action } });
  expect([done.body.changed, done.body.refused, done.body.refusals[0]?.why.key]).toEqual([
    2,
    1,
    'problem.opportunity_closed',
  ]);
  expect(await fact()).toMatchObject({ expectedCloseOn: '2026-06-30', probability: 80, weightedMinor: 800_000 });
  const again = await boss.call(bulkOpportunities, { body: { choice: { ids }, action } });
  expect([again.body.changed, again.body.unchanged]).toEqual([0, 2]);
  const undone = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([undone.body.changed, undone.body.refused]).toEqual([2, 0]);
  expect(await fact()).toMatchObject({ expectedCloseOn: null, probability, weightedMinor, probabilitySet: false });
});
