import { undoBulk } from '@dealtrail/protocol/bulk';
import {
  bulkLeads,
  createLead,
  getLead,
  listPoolLeads,
  listPoolMoves,
  listPoolSettings,
  poolStatistics,
  savePoolSettings,
} from '@dealtrail/protocol/leads';
import { openFromLead } from '@dealtrail/protocol/opportunities';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { defaultPool } from '../../rules/pools/default-pool.ts';
import { leadFactsFor } from '../../testing/build-lead.ts';
import { buildPool, changeDefaultPool, poolFacts, rewritten } from '../../testing/build-pools.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  mate: { role: 'representative', department: 'North', name: '韩梅' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing', name: '市场小周' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const PERIOD = { from: '2026-03-01', to: '2026-03-31' };

async function lay(who: Caller, companyName: string): Promise<string> {
  return (await who.call(createLead, { body: { ...leadFactsFor({ companyName }), assign: 'pool' } })).body.id;
}
const inPool = async (who: Caller) =>
  (await who.call(listPoolLeads, { params: { id: defaultPool.id } })).body.items.map(({ id }) => id).toSorted();

test('many are claimed as far as the limit lets pass, foreseen alike, and go back where they lay', async () => {
  const { rep, marketing, admin } = await company(people);
  await changeDefaultPool(admin, { dailyLimit: 2 });
  const ids = [];
  for (const name of ['甲厂', '乙厂', '丙厂']) ids.push(await lay(marketing, name));
  const body = { choice: { ids }, action: { do: 'claim' as const } };
  const foreseen = await rep.call(bulkLeads, { body: { ...body, dryRun: true } });
  expect([foreseen.body.changed, foreseen.body.refused]).toEqual([2, 1]);
  expect(foreseen.body.refusals[0]?.why).toEqual({
    key: 'problem.pool_daily_limit',
    params: { limit: 2, pool: '公共公海' },
  });
  const done = await rep.call(bulkLeads, { body });
  expect([done.body.changed, done.body.refused]).toEqual([2, 1]);
  expect(await inPool(rep)).toEqual([ids[2]]);
  await rep.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect(await inPool(rep)).toEqual(ids.toSorted());
});

test('many are given back with one reason, and taken back from there by who gave them', async () => {
  const { rep, marketing } = await company(people);
  const own = [];
  for (const name of ['甲厂', '乙厂'])
    own.push((await rep.call(createLead, { body: leadFactsFor({ companyName: name }) })).body.id);
  const laid = await lay(marketing, '丙厂');
  const action = { do: 'return' as const, reason: 'not_my_field' as const };
  const done = await rep.call(bulkLeads, { body: { choice: { ids: [...own, laid] }, action } });
  expect([done.body.changed, done.body.refused]).toEqual([2, 1]);
  expect(await inPool(rep)).toEqual([...own, laid].toSorted());
  await rep.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  const again = await rep.call(getLead, { params: { id: own[0] ?? '' } });
  expect(again.body).toMatchObject({ ownerId: rep.memberId, poolId: null, state: 'assigned' });
  expect(again.body.clocks.map(({ policyKey, state }) => [policyKey, state])).toContainEqual([
    'first_touch',
    'running',
  ]);
});

test('a supervisor gives many out of a pool', async () => {
  const { rep, boss, marketing } = await company(people);
  const ids = [await lay(marketing, '甲厂'), await lay(marketing, '乙厂')];
  const action = { do: 'assign' as const, ownerId: rep.memberId, reason: '离客户近' };
  const done = await boss.call(bulkLeads, { body: { choice: { ids }, action } });
  expect([done.body.changed, done.body.refused]).toEqual([2, 0]);
  expect(await inPool(rep)).toEqual([]);
});

test('the statistics count what came, went, was claimed and became business; each number has its moves', async () => {
  const { rep, marketing } = await company(people);
  const ids = [await lay(marketing, '甲厂'), await lay(marketing, '乙厂'), await lay(marketing, '丙厂')];
  await rep.call(bulkLeads, { body: { choice: { ids: ids.slice(0, 2) }, action: { do: 'claim' } } });
  const opened = await rep.call(openFromLead, { body: { leadId: ids[0] ?? '' } });
  expect(opened.status).toBe(201);
  const [pool] = (await rep.call(poolStatistics, { query: PERIOD })).body.items;
  const numbers = { in: 3, out: 2, claimed: 2, converted: 1, returned: 0, recycled: 0 };
  expect(pool).toMatchObject({ leads: 1, ...numbers });
  for (const [what, count] of Object.entries(numbers)) {
    const moves = await rep.call(listPoolMoves, {
      params: { id: defaultPool.id },
      query: { ...PERIOD, what: what as keyof typeof numbers },
    });
    expect([what, moves.body.items.length]).toEqual([what, count]);
  }
  const came = await rep.call(listPoolMoves, { params: { id: defaultPool.id }, query: { ...PERIOD, what: 'in' } });
  // The third is nobody's and out of sight.
  expect(came.body.items.map(({ leadName }) => leadName)).toEqual([null, '乙厂', '甲厂']);
});

test('the default pool stays, and a pool with leads cannot be removed', async () => {
  const { marketing, admin } = await company(people);
  const pool = await buildPool(admin, {
    name: '华东公海',
    conditions: { ...defaultPool.conditions, regions: ['华东'] },
  });
  await marketing.call(createLead, { body: { ...leadFactsFor({ region: '华东' }), assign: 'pool' } });
  const settings = (await admin.call(listPoolSettings, {})).body.items;
  expect(settings.map(({ name, leads, isDefault }) => [name, leads, isDefault])).toEqual([
    ['华东公海', 1, false],
    ['公共公海', 0, true],
  ]);
  const rest = settings.filter(({ id }) => id !== pool.id).map(rewritten);
  expect((await admin.call(savePoolSettings, { body: { items: rest } })).problem.code).toBe('pool_not_empty');
  const alone = await admin.call(savePoolSettings, { body: { items: [poolFacts({ name: '另一个' })] } });
  expect(alone.problem.code).toBe('pool_default_needed');
  expect((await marketing.call(savePoolSettings, { body: { items: settings.map(rewritten) } })).status).toBe(200);
});
