import { getLead, type Lead, pauseLead, resumeLead } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { timeline } from '@dealtrail/protocol/activities';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
} as const;

const pause = (caller: Caller, id: string, until: string) =>
  caller.call(pauseLead, { params: { id }, body: { reason: 'customer_away', note: '客户出国', until } });
const show = async (caller: Caller, id: string): Promise<Lead> => (await caller.call(getLead, { params: { id } })).body;

test('a paused lead reminds nobody until its day, then goes on by itself with what was left', async () => {
  const house = await testHouse();
  const { rep, orgId } = await company(people);
  const lead = await buildLead(rep, { need: '采购50台办公电脑' });
  house.time.set('2026-03-18T20:00:00+08:00');
  const paused = await pause(rep, lead.id, '2026-03-25');
  expect(paused.body).toMatchObject({
    pausedUntil: '2026-03-25',
    pauseReason: 'customer_away',
    pauseNote: '客户出国',
    pauses: 1,
  });
  expect(paused.body.clocks[0]).toMatchObject({ policyKey: 'first_touch', state: 'paused' });
  house.time.set('2026-03-24T23:59:00+08:00');
  await house.drain(orgId);
  expect((await rep.call(listNotifications, {})).body.items).toEqual([]);
  expect((await show(rep, lead.id)).pausedUntil).toBe('2026-03-25');
  house.time.set('2026-03-25T00:00:00+08:00');
  await house.drain(orgId);
  const resumed = await show(rep, lead.id);
  expect([resumed.pausedUntil, resumed.pauseReason, resumed.clocks[0]?.state]).toEqual([null, null, 'running']);
  // 24 hours, of which 9 h 48 min had run before the pause.
  expect(resumed.clocks[0]?.dueAt).toBe('2026-03-25T06:12:00.000Z');
  const lines = (await rep.call(timeline, { params: { id: lead.id } })).body.items;
  expect(lines.filter(({ type }) => type === 'leads.resumed')).toHaveLength(1);
});

test('a reason that is not on the list of the organisation is refused with the list', async () => {
  const { rep } = await company(people);
  const lead = await buildLead(rep);
  const refused = await rep.call(pauseLead, {
    params: { id: lead.id },
    body: { reason: 'gone_fishing', until: '2026-03-25' },
  });
  expect(refused.problem).toMatchObject({ status: 422, code: 'clock_reason_unknown', fields: [{ path: 'reason' }] });
  expect(refused.problem.title).toContain('等预算批复');
});

test('the second pause is the supervisor’s to allow', async () => {
  const { rep, boss } = await company(people);
  const lead = await buildLead(rep);
  await pause(rep, lead.id, '2026-03-20');
  const twice = await pause(rep, lead.id, '2026-03-21');
  expect([twice.status, twice.problem.code]).toEqual([409, 'lead_paused_already']);
  const resumed = await rep.call(resumeLead, { params: { id: lead.id }, body: {} });
  expect(resumed.body.clocks[0]?.state).toBe('running');
  expect((await rep.call(resumeLead, { params: { id: lead.id }, body: {} })).problem.code).toBe('lead_not_paused');
  const second = await pause(rep, lead.id, '2026-03-21');
  expect([second.status, second.problem.code]).toEqual([403, 'pause_needs_supervisor']);
  expect((await pause(boss, lead.id, '2026-03-21')).body.pauses).toBe(2);
});

test.each([
  ['2026-04-17', 200, undefined],
  ['2026-04-18', 422, 'pause_too_long'],
  ['2026-03-18', 422, 'invalid_input'],
])('a pause until %s, asked on 2026-03-18, answers %i', async (until, status, code) => {
  const { rep } = await company(people);
  const answer = await pause(rep, (await buildLead(rep)).id, until);
  expect([answer.status, status === 200 ? undefined : answer.problem.code]).toEqual([status, code]);
});
