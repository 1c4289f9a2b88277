import { timeline } from '@dealtrail/protocol/activities';
import { undoBulk } from '@dealtrail/protocol/bulk';
import { listNotifications } from '@dealtrail/protocol/notifications';
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

test('deals go to a colleague with their tasks and clocks, who hears of it once; undone they come back', async () => {
  const { rep, boss, mate, legal } = await company({
    rep: { role: 'representative', department: 'North', name: '周予安' },
    mate: { role: 'representative', department: 'North', name: '许知夏' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '林向晚' },
    legal: { role: 'legal' },
  });
  const customer = await rep.call(createCustomer, { body: { name: '绍兴越川纺机有限公司' } });
  const ids: string[] = [];
  for (const name of ['甲线改造', '乙厂检测'])
    ids.push((await rep.call(createOpportunity, { body: { name, customerId: customer.body.id } })).body.id);
  const [id = ''] = ids;
  const fact = async () => (await boss.call(getOpportunity, { params: { id } })).body;
  const { tasks } = await fact();
  expect(tasks.length).toBeGreaterThan(0);
  const give = (ownerId: string, by = boss) =>
    by.call(bulkOpportunities, { body: { choice: { ids }, action: { do: 'assign', ownerId, reason: '周予安离职' } } });
  expect((await give(legal.memberId)).problem.code).toBe('seller_unavailable');
  expect((await give(mate.memberId, rep)).problem.code).toBe('not_allowed');
  const done = await give(mate.memberId);
  expect(done.body).toMatchObject({ changed: 2, refused: 0 });
  const given = await fact();
  expect(given).toMatchObject({ ownerId: mate.memberId });
  expect(new Set(given.tasks.map(({ ownerId }) => ownerId))).toEqual(new Set([mate.memberId]));
  const { services, drain } = await testHouse();
  const owners = await services.database.readRows<{ ownerId: string }>(boss.orgId, {
    text: 'select distinct owner_id as "ownerId" from seen.clocks where org_id = $1 and record_id = any($2::uuid[]) and stopped_at is null',
    values: [boss.orgId, ids],
  });
  expect(owners).toEqual([{ ownerId: mate.memberId }]);
  await drain(boss.orgId);
  const told = (await mate.call(listNotifications, {})).body.items.map(({ text }) => text.key);
  expect(told.filter((key) => key.startsWith('opportunities.'))).toEqual(['opportunities.notice.assigned_many']);
  const undone = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect(undone.body).toMatchObject({ changed: 2, refused: 0 });
  expect(await fact()).toMatchObject({ ownerId: rep.memberId });
  const lines = (await boss.call(timeline, { params: { id } })).body.items.map(({ text }) => text?.key);
  expect(lines).toEqual(expect.arrayContaining(['opportunities.event.assigned', 'opportunities.event.bulk_undone']));
});
