import { getBulk, listBulks, undoBulk } from '@dealtrail/protocol/bulk';
import { bulkLeads, createLead, getLead, invalidateLead, listLeads, updateLead } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import type { Passed } from '@dealtrail/protocol/kernel';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, leadFactsFor } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

type Body = Passed<typeof bulkLeads>['body'];

const people = {
  rep: { role: 'representative', department: 'North/One', name: '李雷' },
  mate: { role: 'representative', department: 'North/One', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  finance: { role: 'finance', name: '刘敏' },
} as const;

const bulk = (caller: Caller, body: Body) => caller.call(bulkLeads, { body });
const fact = async (caller: Caller, id: string) => (await caller.call(getLead, { params: { id } })).body;
const edit = (set: Extract<Body['action'], { do: 'edit' }>['set']): Body['action'] => ({ do: 'edit', set });

async function threeAndAClosed(rep: Caller) {
  const open = [];
  for (const companyName of ['甲厂', '乙厂', '丙厂']) open.push((await buildLead(rep, { companyName })).id);
  const closed = (await buildLead(rep, { companyName: '丁厂' })).id;
  await rep.call(invalidateLead, { params: { id: closed }, body: { reason: 'not_a_buyer' } });
  return { open, closed };
}

test('a preview tells what would change and why the rest would not, and changes nothing', async () => {
  const { rep, south, boss } = await company(people);
  const { open, closed } = await threeAndAClosed(rep);
  const foreign = (await buildLead(south, { companyName: '戊厂' })).id;
  const choice = { ids: [...open, closed, foreign] };
  const { body } = await bulk(boss, { choice, action: edit({ priority: 'high' }), dryRun: true });
  expect([body.id, body.state, body.total, body.changed, body.refused]).toEqual([null, 'preview', 5, 3, 2]);
  expect(body.refusals.map(({ why, samples }) => [why.key, samples.map(({ title }) => title)])).toEqual([
    ['problem.lead_closed', ['丁厂']],
    ['bulk.why.not_found', ['']],
  ]);
  expect((await fact(boss, open[0] as string)).version).toBe(1);
  expect((await boss.call(listBulks, {})).body.items).toEqual([]);
});

test('many are changed as one would be: judged, told, each with its outcome, and undone where nobody was since', async () => {
  const { rep, boss } = await company(people);
  const { open, closed } = await threeAndAClosed(rep);
  const [first = '', second = '', third = ''] = open;
  const before = await fact(rep, first);
  const done = await bulk(boss, {
    choice: { ids: [...open, closed] },
    action: edit({ priority: 'low', industry: '医药' }),
  });
  expect([done.status, done.body.state, done.body.changed, done.body.refused]).toEqual([200, 'done', 3, 1]);
  const now = await fact(rep, first);
  expect([now.priority, now.industry, now.priorityWhy[0]?.params]).toEqual(['low', '医药', { by: '王总' }]);
  await rep.call(updateLead, { params: { id: second }, body: { version: 2, city: '苏州' } });
  const undone = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([undone.status, undone.body.changed, undone.body.refused, undone.body.undoes]).toEqual([
    201,
    2,
    1,
    done.body.id,
  ]);
  expect(undone.body.refusals.map(({ why, samples }) => [why.key, samples[0]?.title])).toEqual([
    ['bulk.why.changed_since', '乙厂'],
  ]);
  const back = await fact(rep, third);
  expect([back.priority, back.industry, back.priorityWhy]).toEqual([
    before.priority,
    before.industry,
    (await fact(rep, first)).priorityWhy,
  ]);
  expect(back.priorityWhy.map(({ key }) => key)).not.toContain('leads.why.overridden');
  const again = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([again.status, again.problem.code]).toEqual([409, 'bulk_not_undoable']);
});

test('leads are handed over together: one message, clocks begin anew, and back again', async () => {
  const house = await testHouse();
  const { rep, mate, boss } = await company(people);
  const { open } = await threeAndAClosed(rep);
  await house.drain(rep.orgId);
  const action = { do: 'assign', ownerId: mate.memberId, reason: '休假' } as const;
  const done = await bulk(boss, { choice: { ids: open }, action });
  expect([done.body.changed, done.body.refused]).toEqual([3, 0]);
  await house.drain(rep.orgId);
  const lead = await fact(mate, open[0] as string);
  expect([lead.ownerName, lead.assignedWhy[0]?.params, lead.clocks.map(({ policyKey }) => policyKey)]).toEqual([
    '韩梅',
    { by: '王总', reason: '休假' },
    expect.arrayContaining(['first_touch']),
  ]);
  const told = (await mate.call(listNotifications, {})).body.items.map(({ text }) => text.key);
  expect(told.filter((key) => key.startsWith('leads.notice'))).toEqual(['leads.notice.assigned_many']);
  expect((await bulk(boss, { choice: { ids: open }, action })).body.unchanged).toBe(3);
  const undone = await boss.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect([undone.body.changed, undone.body.refused]).toEqual([3, 0]);
  expect((await fact(rep, open[0] as string)).ownerName).toBe('李雷');
  const absent = await bulk(boss, { choice: { ids: open }, action: { ...action, ownerId: boss.userId } });
  expect(absent.problem.code).toBe('member_unavailable');
});

test('eight leads cost as many statements as two', async () => {
  const { rep, mate, boss } = await company(people);
  const ids: string[] = [];
  for (let i = 0; i < 10; i += 1) ids.push((await buildLead(rep, { companyName: `${i}号厂` })).id);
  const spent = async (chosen: readonly string[], action: Body['action']) => {
    const done = await bulk(boss, { choice: { ids: [...chosen] }, action });
    expect(done.body.changed).toBe(chosen.length);
    return Number(done.headers['x-statements']);
  };
  const [two, eight] = [ids.slice(0, 2), ids.slice(2)];
  const lower = edit({ priority: 'low' });
  expect(await spent(eight, lower)).toBe(await spent(two, lower));
  const away: Body['action'] = { do: 'assign', ownerId: mate.memberId, reason: '换人' };
  expect(await spent(eight, away)).toBe(await spent(two, away));
});

test('all that a filter finds are changed in the background, part by part, whoever watches', {
  timeout: 60_000,
}, async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  for (let i = 0; i < 210; i += 1) {
    await rep.call(createLead, { body: leadFactsFor({ companyName: `第${i}机械厂`, phone: `1380000${1000 + i}` }) });
  }
  const choice = { filter: JSON.stringify({ field: 'companyName', op: 'contains', value: '机械厂' }) };
  const started = await bulk(rep, { choice, action: edit({ campaign: '春季展会' }) });
  expect([started.body.state, started.body.total, started.body.done]).toEqual(['running', 210, 0]);
  await house.drain(rep.orgId);
  const params = { id: started.body.id ?? '' };
  const { body } = await rep.call(getBulk, { params });
  expect([body.state, body.changed, body.done, body.undoUntil]).toEqual(['done', 210, 210, '2026-03-19T02:12:00.000Z']);
  const filter = '{"field":"campaign","op":"eq","value":"春季展会"}';
  const count = async () =>
    (await rep.call(listLeads, { query: { filter, limit: 0, total: 'exact' } })).body.total?.count;
  expect(await count()).toBe(210);
  await rep.call(undoBulk, { params, body: {} });
  await house.drain(rep.orgId);
  expect(await count()).toBe(0);
});

test('rights are those of the act and of each record, and a day is the end of undoing', async () => {
  const { rep, mate, finance } = await company(people);
  const { open } = await threeAndAClosed(rep);
  const choice = { ids: open };
  const assign = { do: 'assign', ownerId: mate.memberId, reason: '休假' } as const;
  expect((await bulk(rep, { choice, action: assign })).status).toBe(403);
  expect((await bulk(finance, { choice, action: edit({ priority: 'low' }) })).status).toBe(403);
  const unseen = await bulk(mate, { choice, action: edit({ priority: 'low' }) });
  expect([unseen.body.changed, unseen.body.refusals[0]?.why.key]).toEqual([0, 'bulk.why.not_found']);
  const none = await bulk(rep, { choice: { filter: '{"any":[]}' }, action: edit({ priority: 'low' }) });
  expect(none.problem.code).toBe('bulk_nothing');
  const done = await bulk(rep, { choice, action: edit({ priority: 'low' }) });
  const params = { id: done.body.id ?? '' };
  expect((await mate.call(getBulk, { params })).status).toBe(404);
  expect((await mate.call(undoBulk, { params, body: {} })).status).toBe(404);
  (await testHouse()).time.advance(25 * 3_600_000);
  expect((await rep.call(undoBulk, { params, body: {} })).problem.code).toBe('bulk_not_undoable');
});
