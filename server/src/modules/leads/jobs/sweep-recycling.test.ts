import { timeline } from '@dealtrail/protocol/activities';
import {
  claimLead,
  createLead,
  getLead,
  invalidateLead,
  listPoolLeads,
  listRecycleRules,
  pauseLead,
  poolStatistics,
  saveRecycleRules,
  tryRecycleRule,
  updateLead,
} from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import type { Passed } from '@dealtrail/protocol/kernel';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { defaultPool } from '../rules/pools/default-pool.ts';
import { followUp, leadFactsFor, reachedWith } from '../testing/build-lead.ts';
import { changeDefaultPool } from '../testing/build-pools.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  mate: { role: 'representative', department: 'North', name: '韩梅' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

type Rule = Passed<typeof saveRecycleRules>['body']['items'][number];

const rule = (facts: Partial<Rule> = {}): Rule => ({
  name: '十天未联系',
  active: true,
  intents: [],
  priorities: [],
  states: [],
  measure: 'no_contact',
  days: 10,
  poolId: null,
  ...facts,
});

const hold = async (admin: Caller, ...items: Rule[]) => {
  const saved = await admin.call(saveRecycleRules, { body: { items } });
  expect(saved.status).toBe(200);
  return saved.body.items;
};

/** Lets a day pass hour by hour as far as sweeps care: at its start and end. */
async function passTo(day: number, orgId: string): Promise<void> {
  const house = await testHouse();
  house.time.set(new Date(Date.parse(TEST_START) + day * 86_400_000).toISOString());
  await house.drain(orgId);
}

const lead = async (who: Caller, facts: Parameters<typeof leadFactsFor>[0] = {}) =>
  (await who.call(createLead, { body: leadFactsFor(facts) })).body.id;
const show = (who: Caller, id: string) => who.call(getLead, { params: { id } });
const told = async (who: Caller, kind: string) =>
  (await who.call(listNotifications, {})).body.items.filter((item) => item.kind === kind);

test('the owner hears three days and one day before, then the lead lies in the pool and says which rule took it', async () => {
  const { rep, mate, admin, orgId } = await company(people);
  await hold(admin, rule());
  const id = await lead(rep, { companyName: '甲厂' });
  await passTo(6.9, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toEqual([]);
  await passTo(7.1, orgId);
  const [first] = await told(rep, 'leads.recycle_ahead');
  expect(first?.text).toMatchObject({
    key: 'leads.notice.recycle_ahead',
    params: { title: '甲厂', rule: '十天未联系' },
  });
  await passTo(8, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toHaveLength(1);
  await passTo(9.1, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toHaveLength(2);
  await passTo(9.9, orgId);
  expect((await show(rep, id)).body.ownerId).toBe(rep.memberId);
  await passTo(10.1, orgId);
  expect((await show(rep, id)).status).toBe(404);
  const [there] = (await mate.call(listPoolLeads, { params: { id: defaultPool.id } })).body.items;
  expect(there?.why[0]).toEqual({
    key: 'leads.why.pool.recycled_no_contact',
    params: { rule: '十天未联系', days: 10 },
  });
  expect((await told(rep, 'leads.recycled'))[0]?.text.params).toMatchObject({ title: '甲厂', pool: '公共公海' });
  const line = (await admin.call(timeline, { params: { id } })).body.items.find(
    ({ type }) => type === 'leads.recycled',
  );
  expect(line?.text?.params).toMatchObject({ whyZh: '规则“十天未联系”收回：10 天没有有效联系' });
  const { items } = (await admin.call(poolStatistics, { query: { from: '2026-03-01', to: '2026-04-30' } })).body;
  expect(items[0]).toMatchObject({ leads: 1, in: 1, out: 0, recycled: 1 });
});

test('a contact keeps the lead, and a later silence gives notice anew', async () => {
  const { rep, admin, orgId } = await company(people);
  await hold(admin, rule());
  const id = await lead(rep);
  await passTo(1, orgId);
  expect((await followUp(rep, id, reachedWith())).status).toBe(201);
  await passTo(8.1, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toHaveLength(1);
  expect((await followUp(rep, id, reachedWith())).status).toBe(201);
  await passTo(14, orgId);
  expect((await show(rep, id)).body.ownerId).toBe(rep.memberId);
  await passTo(15.2, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toHaveLength(2);
  await passTo(18.2, orgId);
  expect((await show(rep, id)).status).toBe(404);
});

test('a rule that is new takes nothing before its owners had three days, however late they are', async () => {
  const { rep, admin, orgId } = await company(people);
  const id = await lead(rep);
  await passTo(40, orgId);
  await hold(admin, rule());
  await passTo(40.1, orgId);
  expect(await told(rep, 'leads.recycle_ahead')).toHaveLength(1);
  await passTo(42.9, orgId);
  expect((await show(rep, id)).body.ownerId).toBe(rep.memberId);
  await passTo(43.1, orgId);
  expect((await show(rep, id)).status).toBe(404);
});

test('paused, closed, protected and other leads stay; the first touch is measured from when it was due', async () => {
  const { rep, mate, admin, orgId } = await company(people);
  await changeDefaultPool(admin, { protectionDays: 30 });
  await hold(admin, rule({ measure: 'no_first_touch', days: 5, intents: ['high'] }));
  const need = '采购50台办公电脑';
  const paused = await lead(rep, { need });
  const closed = await lead(rep, { need });
  const low = await lead(rep);
  await rep.call(updateLead, { params: { id: low }, body: { version: 1, intent: 'low' } });
  const touched = await lead(rep, { need });
  const silent = await lead(rep, { need });
  const laid = (await admin.call(createLead, { body: { ...leadFactsFor({ need }), assign: 'pool' } })).body.id;
  await mate.call(claimLead, { params: { id: laid }, body: {} });
  await rep.call(pauseLead, { params: { id: paused }, body: { reason: 'customer_away', until: '2026-04-10' } });
  await rep.call(invalidateLead, { params: { id: closed }, body: { reason: 'not_a_buyer' } });
  await followUp(rep, touched, reachedWith());
  // Due after a day, five days later it goes.
  await passTo(5.9, orgId);
  expect((await show(rep, silent)).status).toBe(200);
  await passTo(6.1, orgId);
  const stand = await Promise.all(
    [paused, closed, low, touched, silent].map(async (id) => (await show(rep, id)).status),
  );
  expect(stand).toEqual([200, 200, 200, 200, 404]);
  expect((await show(mate, laid)).status).toBe(200);
});

test('a trial says what a rule would take now and soon, from whom, and changes nothing', async () => {
  const { rep, mate, admin, orgId } = await company(people);
  for (const name of ['甲厂', '乙厂']) await lead(rep, { companyName: name });
  await passTo(6, orgId);
  await lead(mate, { companyName: '丙厂' });
  await passTo(12, orgId);
  const { name: _name, ...terms } = rule();
  const tried = await admin.call(tryRecycleRule, { body: terms });
  expect(tried.body).toMatchObject({ now: 2, soon: 1, owners: [{ name: '李雷', leads: 2 }] });
  expect(tried.body.samples.map(({ title }) => title).toSorted()).toEqual(['丙厂', '乙厂', '甲厂']);
  expect((await admin.call(listRecycleRules, {})).body.items).toEqual([]);
  expect((await mate.call(listPoolLeads, { params: { id: defaultPool.id } })).body.items).toEqual([]);
});

test('many nodes at once take each lead once', async () => {
  const house = await testHouse();
  const { rep, mate, admin, orgId } = await company(people);
  await hold(admin, rule());
  await Promise.all(Array.from({ length: 12 }, () => lead(rep)));
  house.time.set(new Date(Date.parse(TEST_START) + 20 * 86_400_000).toISOString());
  await Promise.all([house.drain(orgId), house.drain(orgId), house.drain(orgId)]);
  const page = await mate.call(listPoolLeads, { params: { id: defaultPool.id }, query: { total: 'exact' } });
  expect(page.body.total?.count).toBe(12);
  expect(page.body.items.every(({ formerOwners }) => formerOwners === 1)).toBe(true);
  expect(await told(rep, 'leads.recycled')).toHaveLength(12);
});
