import { timeline } from '@dealtrail/protocol/activities';
import { today } from '@dealtrail/protocol/insights';
import * as leads from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import * as protocol from '@dealtrail/protocol/organization';
import { beforeEach, expect, test } from 'vitest';
import { buildLead } from '../modules/leads/testing/build-lead.ts';
import { type Caller, company, TEST_START, type TestHouse, testHouse } from './test-house.ts';

const DAY = 86_400_000;

let house: TestHouse;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
});

const team = () =>
  company({
    rep: { role: 'representative', department: 'North', name: '王欣' },
    mate: { role: 'representative', department: 'North', name: '李想' },
    south: { role: 'representative', department: 'South' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王主管' },
  });

const leavesOf = async (who: Caller) => (await who.call(protocol.listLeaves, {})).body;

/** Away from today to the 20th, unless told otherwise; entered by `by`. */
async function leave(by: Caller, member: Caller, deputy: Caller | null, days: object = {}) {
  const { mine } = await leavesOf(member);
  const body = { version: mine.version, from: '2026-03-18', until: '2026-03-20', deputyId: deputy?.memberId ?? null };
  return by.call(protocol.setLeave, { params: { id: member.memberId }, body: { ...body, ...days } });
}

const ownLead = async (rep: Caller): Promise<string> => (await buildLead(rep)).id;

test('a deputy sees and works what is the absent one’s, as them, until the leave ends by itself', async () => {
  const { rep, mate, boss } = await team();
  const id = await ownLead(rep);
  const see = async () => (await mate.call(leads.getLead, { params: { id } })).status;
  expect(await see()).toBe(404);
  expect((await leave(rep, rep, mate)).body).toMatchObject({ away: true, deputyName: '李想', until: '2026-03-20' });
  expect(await see()).toBe(200);
  const day = (await mate.call(today, { query: {} })).body.items.filter((item) => item.recordId === id);
  expect(day.map(({ behalfOf }) => behalfOf)).toEqual(day.map(() => '王欣'));
  expect(day.length).toBeGreaterThan(0);
  const until = '2026-03-25';
  const paused = await mate.call(leads.pauseLead, { params: { id }, body: { until, reason: 'customer_away' } });
  expect(paused.body).toMatchObject({ ownerId: rep.memberId, pausedUntil: until });
  const history = (await rep.call(timeline, { params: { id }, query: {} })).body.items;
  expect(history.find(({ type }) => type === 'leads.paused')?.text?.params).toMatchObject({
    by: '李想',
    behalfOf: '王欣',
  });
  const told = await mate.call(leads.recordFollowUp, {
    params: { id },
    body: {
      method: 'phone',
      outcome: 'reached',
      occurredAt: house.time.now().toISOString(),
      content: '电话确认了三号产线的改造范围，方案书已经发到对方邮箱',
      feedback: '认可方案，预算 80 万以内',
      nextStep: '下周三电话听取评审意见',
      nextStepOn: '2026-03-25',
    },
  });
  expect(told.body.followUp).toMatchObject({ authorName: '李想', behalfOf: '王欣' });
  expect((await rep.call(leads.getLead, { params: { id } })).body.firstTouchAt).not.toBeNull();
  // Working on it, not giving it away.
  const given = await mate.call(leads.assignLead, {
    params: { id },
    body: { memberId: mate.memberId, version: 1 } as never,
  });
  expect(given.status).toBe(403);
  expect((await leavesOf(mate)).standsFor.map(({ name }) => name)).toEqual(['王欣']);
  await house.drain();
  const heard = (await mate.call(listNotifications, { query: {} })).body.items.map(({ kind }) => kind);
  expect(heard).toContain('organization.deputy_named');
  expect((await leavesOf(boss)).team.find(({ name }) => name === '王欣')).toMatchObject({ away: true });
  house.time.advance(3 * DAY);
  expect(await see()).toBe(404);
});

test('the supervisor names a deputy for their people, nobody else does', async () => {
  const { rep, mate, south, boss } = await team();
  expect((await leave(mate, rep, mate)).status).toBe(403);
  expect((await leave(boss, rep, mate)).body).toMatchObject({ deputyName: '李想' });
  expect((await leave(boss, south, mate)).status).toBe(403);
  const ended = await leave(rep, rep, null, { from: null, until: null });
  expect(ended.body).toMatchObject({ away: false, deputyId: null });
});

test('nobody stands in who is away, nor two for each other, nor somebody for somebody who stands in', async () => {
  const { rep, mate, south, boss } = await team();
  const refusal = (code: string) => ({ status: 422, code: 'leave_invalid', fields: [{ path: 'deputyId', code }] });
  expect((await leave(rep, rep, rep)).problem).toMatchObject(refusal('deputy_self'));
  await leave(boss, mate, boss, { from: '2026-03-20', until: '2026-03-24' });
  expect((await leave(rep, rep, mate)).problem).toMatchObject(refusal('deputy_absent'));
  await leave(boss, mate, rep, { from: '2026-03-20', until: '2026-03-24' });
  expect((await leave(rep, rep, mate)).problem).toMatchObject(refusal('deputy_circle'));
  // Who falls ill while standing in: their own deputy gets what is theirs, and nothing of the one before.
  const lead = await ownLead(rep);
  await leave(boss, mate, null, { from: null, until: null });
  await leave(boss, rep, mate);
  expect((await leave(boss, mate, south)).status).toBe(200);
  expect((await mate.call(leads.getLead, { params: { id: lead } })).status).toBe(200);
  expect((await south.call(leads.getLead, { params: { id: lead } })).status).toBe(404);
});
