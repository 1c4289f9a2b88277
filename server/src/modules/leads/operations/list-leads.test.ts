import { createLead, getLead, listLeads } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, followUp, leadFactsFor, reachedWith } from '../testing/build-lead.ts';

const HOUR = 3_600_000;

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North/One', name: '李雷' },
  mate: { role: 'representative', department: 'North/One', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing' },
  finance: { role: 'finance' },
} as const;

const titles = async (caller: Caller, query: object = {}) =>
  (await caller.call(listLeads, { query })).body.items.map(({ title }) => title);

test('everybody sees their own, the supervisor the departments below, marketing all, finance none', async () => {
  const { rep, mate, south, boss, marketing, finance } = await company(people);
  const own = await buildLead(rep, { companyName: '甲厂' });
  await buildLead(mate, { companyName: '乙厂' });
  await buildLead(south, { companyName: '丙厂' });
  expect(await titles(rep)).toEqual(['甲厂']);
  expect(await titles(boss)).toEqual(['乙厂', '甲厂']);
  expect(await titles(marketing)).toEqual(['丙厂', '乙厂', '甲厂']);
  expect((await finance.call(listLeads, {})).status).toBe(403);
  for (const [who, status] of [
    [rep, 200],
    [boss, 200],
    [marketing, 200],
    [mate, 404],
    [south, 404],
    [finance, 403],
  ] as const) {
    expect((await who.call(getLead, { params: { id: own.id } })).status).toBe(status);
  }
});

test('the most promising come first when asked, and a filter opens exactly what it names', async () => {
  const { rep } = await company(people);
  await buildLead(rep, { companyName: '低', need: '暂无需求', industry: '其他' });
  await buildLead(rep, {
    companyName: '高',
    need: '采购50台设备，预算已批',
    industry: '制造业',
    budgetMinor: 90_000_000,
  });
  await buildLead(rep, { companyName: '中', need: '了解一下产品功能', industry: '制造业', city: '广州' });
  expect(await titles(rep, { sort: '-priorityRank' })).toEqual(['高', '中', '低']);
  expect(await titles(rep, { sort: '-intentRank' })).toEqual(['高', '中', '低']);
  const filter = {
    all: [
      { field: 'region', op: 'eq', value: '华南' },
      { field: 'ownerId', op: 'eq', value: { me: true } },
    ],
  };
  expect(await titles(rep, { filter: JSON.stringify(filter) })).toEqual(['中']);
  const first = (await rep.call(listLeads, { query: { limit: 2, sort: 'createdAt', total: 'capped' } })).body;
  const rest = await titles(rep, { limit: 2, sort: 'createdAt', cursor: first.nextCursor ?? '' });
  expect([first.items.map(({ title }) => title), rest, first.total]).toEqual([
    ['低', '高'],
    ['中'],
    { count: 3, exact: true },
  ]);
});

test('each row shows its nearest clock as it stands', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const lead = await buildLead(rep, { need: '采购50台办公电脑' });
  const chip = async () => (await rep.call(listLeads, {})).body.items[0]?.clock;
  expect(await chip()).toMatchObject({ policyKey: 'first_touch', state: 'running', dueAt: '2026-03-19T02:12:00.000Z' });
  time.advance(20 * HOUR);
  expect((await chip())?.state).toBe('warned');
  time.advance(5 * HOUR);
  expect((await chip())?.state).toBe('overdue');
  await followUp(rep, lead.id, reachedWith({ lateReason: 'travelling', nextStepOn: '2026-03-25' }));
  expect(await chip()).toMatchObject({ policyKey: 'next_step', state: 'running', dueAt: '2026-03-25T10:00:00.000Z' });
});

test('taking a lead in costs 9 statements with audit and events, 13 when rules give it out, a page of leads one, its total another', async () => {
  const { rep, marketing } = await company(people);
  const own = await rep.call(createLead, { body: leadFactsFor() });
  const given = await marketing.call(createLead, { body: leadFactsFor() });
  const listed = await rep.call(listLeads, {});
  const counted = await rep.call(listLeads, { query: { limit: 0, total: 'capped' } });
  const statements = [own, given, listed, counted].map(({ headers }) => Number(headers['x-statements']));
  expect(statements).toEqual([9, 13, 1, 1]);
});
