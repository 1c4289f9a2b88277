import { undoBulk } from '@dealtrail/protocol/bulk';
import { bulkCustomers, createCustomer, getCustomer, listCustomers } from '@dealtrail/protocol/customers';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

async function threeCustomers() {
  const people = await company({
    rep: { role: 'representative', department: 'North', name: '周予安' },
    other: { role: 'representative', department: 'South', name: '沈知行' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '林向晚' },
  });
  const ids: string[] = [];
  for (const name of ['绍兴越川纺机有限公司', '宁波海曙轴承有限公司', '台州椒江阀门有限公司']) {
    ids.push((await people.rep.call(createCustomer, { body: { name, region: '华北' } })).body.id);
  }
  return { ...people, ids };
}

test('customers change together through the core of one, and go back where nobody changed them since', async () => {
  const { rep, ids } = await threeCustomers();
  const action = { do: 'edit', set: { region: '华东', industry: '纺织机械' } } as const;
  const tried = await rep.call(bulkCustomers, { body: { choice: { ids }, action, dryRun: true } });
  expect([tried.body.state, tried.body.changed]).toEqual(['preview', 3]);
  const filter = JSON.stringify({ field: 'region', op: 'eq', value: '华北' });
  const done = await rep.call(bulkCustomers, { body: { choice: { filter }, action } });
  expect([done.body.changed, done.body.refused]).toEqual([3, 0]);
  const moved = await rep.call(getCustomer, { params: { id: ids[0] ?? '' } });
  expect(moved.body).toMatchObject({ region: '华东', industry: '纺织机械' });
  const again = await rep.call(bulkCustomers, { body: { choice: { ids }, action } });
  expect([again.body.changed, again.body.unchanged]).toEqual([0, 3]);
  const since = { choice: { ids: ids.slice(0, 1) }, action: { do: 'edit', set: { city: '绍兴' } } } as const;
  await rep.call(bulkCustomers, { body: since });
  const undone = await rep.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([undone.body.changed, undone.body.refused, undone.body.refusals[0]?.why.key]).toEqual([
    2,
    1,
    'bulk.why.changed_since',
  ]);
  const back = await rep.call(getCustomer, { params: { id: ids[1] ?? '' } });
  expect(back.body).toMatchObject({ region: '华北', industry: null });
});

test('a supervisor hands customers over; the former owner sees them no more until it is undone', async () => {
  const { rep, other, boss, ids } = await threeCustomers();
  const action = { do: 'assign', ownerId: other.memberId, reason: '换区' } as const;
  const body = { choice: { ids }, action };
  expect((await rep.call(bulkCustomers, { body })).status).toBe(403);
  const done = await boss.call(bulkCustomers, { body });
  expect([done.body.changed, done.body.refused]).toEqual([3, 0]);
  const seen = async (who: typeof rep) => (await who.call(listCustomers, { query: {} })).body.items.length;
  expect([await seen(rep), await seen(other)]).toEqual([0, 3]);
  // Handed out of the own departments: whoever gave them away cannot take them back either.
  const lost = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([lost.body.changed, lost.body.refused]).toEqual([0, 3]);
});
