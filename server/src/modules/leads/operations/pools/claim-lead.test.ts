import { timeline } from '@dealtrail/protocol/activities';
import {
  assignLead,
  claimLead,
  createLead,
  getLead,
  invalidateLead,
  listLeads,
  listPoolLeads,
  listPools,
  revealLead,
  returnLead,
} from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { defaultPool } from '../../rules/pools/default-pool.ts';
import { followUp, leadFactsFor, reachedWith } from '../../testing/build-lead.ts';
import { buildPool, changeDefaultPool } from '../../testing/build-pools.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  mate: { role: 'representative', department: 'North', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing', name: '市场小周' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

async function lay(who: Caller, facts: Parameters<typeof leadFactsFor>[0] = {}): Promise<string> {
  const made = await who.call(createLead, { body: { ...leadFactsFor(facts), assign: 'pool' } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}
const claim = (who: Caller, id: string) => who.call(claimLead, { params: { id }, body: {} });
const giveBack = (who: Caller, id: string) => who.call(returnLead, { params: { id }, body: { reason: 'no_capacity' } });
const pooled = async (who: Caller, id: string = defaultPool.id) =>
  (await who.call(listPoolLeads, { params: { id } })).body.items.map((lead) => lead.id);
const dayAfter = async (days: number) =>
  (await testHouse()).time.set(new Date(Date.parse(TEST_START) + days * 86_400_000).toISOString());

test('进公海: nobody owns the lead, its members see what it is about, and nobody whom to call', async () => {
  const { rep, mate, marketing, admin } = await company(people);
  const id = await lay(marketing, {
    contactName: '陆明舟',
    phone: '13870412046',
    need: '采购检测设备，电话 13870412046',
  });
  const page = await mate.call(listPoolLeads, { params: { id: defaultPool.id }, query: { total: 'exact' } });
  expect(page.body.items[0]).toMatchObject({
    id,
    industry: '教育',
    need: '采购检测设备，电话 ****',
    abilities: { claim: true },
  });
  expect(JSON.stringify(page.body)).not.toMatch(/陆明舟|0412046/);
  expect(
    (await mate.call(listPoolLeads, { params: { id: defaultPool.id }, query: { q: '陆明舟' } })).body.items,
  ).toEqual([]);
  expect((await rep.call(getLead, { params: { id } })).status).toBe(404);
  const seen = await admin.call(getLead, { params: { id } });
  expect(seen.body).toMatchObject({
    ownerId: null,
    poolId: defaultPool.id,
    state: 'unassigned',
    abilities: { reveal: false },
  });
  const reveal = await admin.call(revealLead, { params: { id }, body: { purpose: 'call' } });
  expect([reveal.status, reveal.problem.code]).toEqual([409, 'lead_in_pool']);
  expect((await admin.call(listLeads, { query: { q: '13870412046' } })).body.items).toEqual([]);
});

test('a claim starts the first touch like an assignment, tells the history and shows whom to call', async () => {
  const { rep, marketing } = await company(people);
  const id = await lay(marketing, { need: '采购50台办公电脑' });
  const claimed = await claim(rep, id);
  expect(claimed.body).toMatchObject({
    ownerId: rep.memberId,
    poolId: null,
    state: 'assigned',
    abilities: { reveal: true, return: true },
  });
  expect(claimed.body.clocks.map(({ policyKey, state }) => [policyKey, state])).toContainEqual([
    'first_touch',
    'running',
  ]);
  expect(claimed.body.assignedWhy[0]).toEqual({
    key: 'leads.why.assign.claimed',
    params: { by: '李雷', pool: '公共公海' },
  });
  expect(await pooled(rep)).toEqual([]);
  const lines = (await rep.call(timeline, { params: { id } })).body.items.map(({ type }) => type);
  expect(lines).toEqual(expect.arrayContaining(['leads.pooled', 'leads.assigned']));
});

test('of two who claim at once one wins, and the other hears who was faster where they may', async () => {
  const { rep, mate, south, marketing } = await company(people);
  const id = await lay(marketing);
  const answers = await Promise.all([claim(rep, id), claim(mate, id)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const winner = answers[0]?.status === 200 ? '李雷' : '韩梅';
  const loser = answers.find(({ status }) => status === 409);
  expect([loser?.problem.code, loser?.problem.params]).toEqual(['pool_lead_taken', { name: winner }]);
  expect((await claim(south, id)).problem.code).toBe('pool_lead_gone');
});

test('what never lay in a pool in sight is not there to be claimed', async () => {
  const { rep, south, admin, marketing, department } = await company(people);
  const pool = await buildPool(admin, {
    name: '华东公海',
    departmentIds: [department('North')],
    conditions: { ...defaultPool.conditions, regions: ['华东'] },
  });
  const own = await south.call(createLead, { body: leadFactsFor() });
  expect((await claim(rep, own.body.id)).status).toBe(404);
  const id = await lay(marketing, { region: '华东' });
  expect(await pooled(rep, pool.id)).toEqual([id]);
  expect((await south.call(listPoolLeads, { params: { id: pool.id } })).status).toBe(404);
  expect((await claim(south, id)).status).toBe(404);
  expect((await claim(marketing, id)).status).toBe(403);
  expect((await south.call(listPools, {})).body.items.map(({ name }) => name)).toEqual(['公共公海']);
});

test('limits count in the transaction, a lead counts once, and the page says what is left', async () => {
  const { rep, marketing, admin } = await company(people);
  await changeDefaultPool(admin, { dailyLimit: 2, holdLimit: 3, formerOwnerDays: 0 });
  const ids = await Promise.all([1, 2, 3, 4].map(() => lay(marketing)));
  const answers = await Promise.all(ids.map((id) => claim(rep, id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(answers.find(({ status }) => status === 422)?.problem).toMatchObject({
    code: 'pool_daily_limit',
    params: { limit: 2, pool: '公共公海' },
  });
  const [pool] = (await rep.call(listPools, {})).body.items;
  expect(pool).toMatchObject({ leads: 2, claimedToday: 2, dailyLimit: 2, holding: 2, holdLimit: 3, mayClaim: true });
  const mine = answers.find(({ status }) => status === 200)?.body.id ?? '';
  await giveBack(rep, mine);
  expect((await claim(rep, mine)).problem.code).toBe('pool_released_today');
  await dayAfter(1);
  const [left = '', other = ''] = await pooled(rep);
  expect((await claim(rep, left)).status).toBe(200);
  expect((await claim(rep, other)).status).toBe(200);
  await dayAfter(2);
  expect((await claim(rep, (await pooled(rep))[0] ?? '')).problem.code).toBe('pool_hold_limit');
});

test('a former owner waits 30 days, whoever had the lead since, and not through a colleague on the same day', async () => {
  const { rep, mate, boss } = await company(people);
  const made = await rep.call(createLead, { body: leadFactsFor() });
  const { id } = made.body;
  await boss.call(assignLead, { params: { id }, body: { ownerId: mate.memberId, reason: '区域调整' } });
  await giveBack(mate, id);
  const refused = await claim(rep, id);
  expect([refused.status, refused.problem.code, refused.problem.params]).toEqual([
    422,
    'pool_former_owner',
    { days: 30, until: '2026-04-17', pool: '公共公海' },
  ]);
  await dayAfter(29);
  expect((await claim(rep, id)).problem.code).toBe('pool_former_owner');
  await dayAfter(30);
  expect((await claim(boss, id)).status).toBe(200);
  await giveBack(boss, id);
  expect((await claim(rep, id)).problem.code).toBe('pool_released_today');
  await dayAfter(31);
  expect((await claim(rep, id)).status).toBe(200);
});

test('a lead that is given back leaves its owner with nothing but the breach that was', async () => {
  const house = await testHouse();
  const { rep, mate, orgId } = await company(people);
  const { id } = (await rep.call(createLead, { body: leadFactsFor({ need: '采购50台办公电脑' }) })).body;
  await dayAfter(3);
  await house.drain(orgId);
  const silent = await rep.call(returnLead, { params: { id }, body: { reason: 'other' } });
  expect([silent.status, silent.problem.fields?.[0]?.code]).toEqual([422, 'return_note_needed']);
  const back = await rep.call(returnLead, { params: { id }, body: { reason: 'other', note: '客户改打 13870412046' } });
  expect(back.body).toMatchObject({ ownerId: null, state: 'unassigned', firstTouchAt: null });
  expect(back.body.clocks.map(({ policyKey, state }) => [policyKey, state])).toEqual([['first_touch', 'breached']]);
  expect(back.body.assignedWhy.map(({ key }) => key)).toEqual([
    'leads.why.pool.returned_other',
    'leads.why.pool.note',
    'leads.why.pool.default',
  ]);
  expect(JSON.stringify(back.body.assignedWhy)).not.toContain('13870412046');
  expect((await giveBack(rep, id)).status).toBe(404);
  expect((await followUp(rep, id, reachedWith())).status).toBe(404);
  expect((await claim(mate, id)).body.clocks.map(({ policyKey }) => policyKey)).toContain('first_touch');
});

test('a supervisor gives a pool’s lead to somebody of theirs, and to nobody else', async () => {
  const { rep, south, boss, marketing } = await company(people);
  const id = await lay(marketing);
  const give = (ownerId: string) => boss.call(assignLead, { params: { id }, body: { ownerId, reason: '离客户近' } });
  expect((await give(south.memberId)).status).toBe(403);
  expect((await give(rep.memberId)).body).toMatchObject({ ownerId: rep.memberId, poolId: null });
  expect(
    (await rep.call(assignLead, { params: { id: await lay(marketing) }, body: { ownerId: rep.memberId, reason: 'x' } }))
      .status,
  ).toBe(403);
});

test('an open lead has an owner or lies in one pool, whatever was done to it; a closed one lies in none', async () => {
  const { services } = await testHouse();
  const { rep, mate, boss, marketing, admin, orgId } = await company(people);
  const claimed = await lay(marketing);
  const assigned = await lay(marketing);
  const junk = await lay(marketing);
  await claim(rep, claimed);
  await giveBack(rep, claimed);
  await claim(mate, claimed);
  await boss.call(assignLead, { params: { id: assigned }, body: { ownerId: rep.memberId, reason: '离客户近' } });
  const closed = await admin.call(invalidateLead, { params: { id: junk }, body: { reason: 'wrong_information' } });
  expect(closed.body).toMatchObject({ state: 'invalid', poolId: null });
  await rep.call(createLead, { body: leadFactsFor() });
  await lay(rep);
  const homeless = await services.database.readRows<{ id: string }>(orgId, {
    text: `select id from seen.leads where org_id = $1
      and (owner_id is null) = (pool_id is null) and state not in ('won', 'qualified', 'invalid')`,
    values: [orgId],
  });
  expect(homeless).toEqual([]);
  expect(await pooled(boss)).toHaveLength(1);
});
