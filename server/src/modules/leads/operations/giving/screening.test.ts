import { undoBulk } from '@dealtrail/protocol/bulk';
import {
  acceptLead,
  assignLead,
  bulkLeads,
  createLead,
  getLead,
  passOnLead,
  refuseLead,
  saveScreening,
  screenOutLead,
} from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { buildLead, leadFactsFor } from '../../testing/build-lead.ts';

const open = async () =>
  company({
    admin: { role: 'administrator', name: '管理员' },
    zhou: { role: 'marketing', name: '市场小周' },
    wu: { role: 'marketing', name: '市场小吴' },
    rep: { role: 'representative', department: 'North', name: '李雷' },
    mate: { role: 'representative', department: 'North', name: '韩梅' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  });

let firm: Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  (await testHouse()).time.set(TEST_START);
  firm = await open();
  const { admin, zhou } = firm;
  const saved = await admin.call(saveScreening, {
    body: { everything: false, sources: ['exhibition'], screenerIds: [zhou.memberId] },
  });
  if (saved.status !== 200) throw new Error(`saveScreening answered ${saved.status}`);
});

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const look = async (who: Caller, id: string) => (await who.call(getLead, { params: { id } })).body;
const running = ({ clocks }: { clocks: readonly { policyKey: string; state: string }[] }) =>
  clocks.flatMap(({ policyKey, state }) => (state === 'running' ? [policyKey] : [])).toSorted();
const fromStand = () => buildLead(firm.wu, { source: '展会', need: '采购 3 台，预算 80 万' });

test('a lead of a screened source waits for marketing under a clock; every other one goes to sales', async () => {
  const { zhou, wu, rep } = firm;
  const screened = await fromStand();
  expect(screened).toMatchObject({ state: 'screening', ownerId: zhou.memberId, screenerName: '市场小周' });
  expect(running(screened)).toContain('screening');
  expect(running(screened)).not.toContain('first_touch');
  await (await testHouse()).drain(rep.orgId);
  const told = (await zhou.call(listNotifications, {})).body.items;
  expect(told.some(({ text }) => text.key === 'leads.notice.to_screen')).toBe(true);
  expect((await buildLead(wu, { source: '官网' })).state).toBe('assigned');
  expect((await buildLead(rep, { source: '展会' })).ownerId).toBe(rep.memberId);
});

test('marketing passes it on by the rules; sales accepts it', async () => {
  const { zhou, rep, mate } = firm;
  const { id } = await fromStand();
  const passed = await zhou.call(passOnLead, { params: { id }, body: { note: '已电话确认，下月立项' } });
  expect(passed.status).toBe(200);
  expect(passed.body.state).toBe('assigned');
  expect(passed.body.assignedWhy[0]).toEqual({
    key: 'leads.why.assign.passed_on',
    params: { by: '市场小周', note: '已电话确认，下月立项' },
  });
  expect(running(passed.body)).toEqual(expect.arrayContaining(['acceptance', 'first_touch']));
  expect(running(passed.body)).not.toContain('screening');
  const owner = passed.body.ownerId === rep.memberId ? rep : mate;
  expect((await look(owner, id)).abilities).toMatchObject({ accept: true, refuse: true, screen: false });
  const accepted = await owner.call(acceptLead, { params: { id }, body: {} });
  expect([accepted.status, accepted.body.acceptedAt !== null]).toEqual([200, true]);
  expect(running(accepted.body)).not.toContain('acceptance');
  expect((await owner.call(acceptLead, { params: { id }, body: {} })).problem.code).toBe('lead_not_to_accept');
  const again = await zhou.call(passOnLead, { params: { id }, body: { note: '再移交' } });
  expect(again.problem.code).toBe('lead_not_screening');
});

test('what sales returns goes back to the one who screened it, with the reason', async () => {
  const { zhou, rep, mate } = firm;
  const { id } = await fromStand();
  const { ownerId } = (await zhou.call(passOnLead, { params: { id }, body: { note: '有预算' } })).body;
  const owner = ownerId === rep.memberId ? rep : mate;
  const other = owner === rep ? mate : rep;
  expect([404, 403]).toContain((await other.call(refuseLead, { params: { id }, body: { reason: 'conflict' } })).status);
  const silent = await owner.call(refuseLead, { params: { id }, body: { reason: 'other' } });
  expect(silent.problem.fields?.[0]?.path).toBe('note');
  const back = await owner.call(refuseLead, { params: { id }, body: { reason: 'not_qualified', note: '只要资料' } });
  expect(back.status).toBe(200);
  const lead = await look(zhou, id);
  expect(lead).toMatchObject({ state: 'screening', ownerId: zhou.memberId, acceptedAt: null });
  expect(lead.assignedWhy[0]?.key).toBe('leads.why.assign.refused_not_qualified');
  expect(running(lead)).toContain('screening');
  expect(running(lead)).not.toContain('acceptance');
  const nothing = await zhou.call(screenOutLead, { params: { id }, body: { reason: 'not_a_buyer' } });
  expect([nothing.status, nothing.body.state]).toEqual([200, 'invalid']);
  expect(running(nothing.body)).toEqual([]);
});

test('many are passed on with one note, and come back to their screener', async () => {
  const { zhou, wu } = firm;
  const ids = [(await fromStand()).id, (await fromStand()).id];
  const plain = await buildLead(wu);
  const action = { do: 'pass_on' as const, note: '展会第二天' };
  const done = await zhou.call(bulkLeads, { body: { choice: { ids: [...ids, plain.id] }, action } });
  expect([done.body.changed, done.body.refused]).toEqual([2, 1]);
  expect((await look(zhou, ids[0] ?? '')).state).toBe('assigned');
  await zhou.call(undoBulk, { params: { id: done.body.id ?? '' }, body: {} });
  expect(await look(zhou, ids[0] ?? '')).toMatchObject({ state: 'screening', ownerId: zhou.memberId });
});

test('a lead that rules gave is refused within 24 hours and goes to somebody else, never back', async () => {
  const { wu, rep, mate, boss, admin } = firm;
  const { time } = await testHouse();
  const lead = await buildLead(wu);
  const owner = lead.ownerId === rep.memberId ? rep : mate;
  const other = owner === rep ? mate : rep;
  const refused = await owner.call(refuseLead, { params: { id: lead.id }, body: { reason: 'no_capacity' } });
  expect([refused.status, refused.body.ownerId]).toEqual([200, other.memberId]);
  expect(refused.body.assignedWhy.map(({ key }) => key)).toContain('leads.why.assign.refused_no_capacity');
  const twice = await other.call(refuseLead, { params: { id: lead.id }, body: { reason: 'conflict' } });
  expect(twice.body.ownerId).toBe(admin.memberId);

  const own = await buildLead(rep);
  const kept = await rep.call(refuseLead, { params: { id: own.id }, body: { reason: 'no_capacity' } });
  expect(kept.problem.code).toBe('refusal_own_will');
  await boss.call(assignLead, { params: { id: own.id }, body: { ownerId: mate.memberId, reason: '离客户近' } });
  time.advance(25 * 3_600_000);
  const late = await mate.call(refuseLead, { params: { id: own.id }, body: { reason: 'no_capacity' } });
  expect(late.problem.code).toBe('refusal_late');
});

test('who cannot screen neither passes on nor decides what is screened', async () => {
  const { rep } = firm;
  const { id } = await fromStand();
  expect((await rep.call(passOnLead, { params: { id }, body: { note: '要' } })).status).toBe(403);
  const body = { everything: true, sources: [], screenerIds: [] };
  expect((await rep.call(saveScreening, { body })).status).toBe(403);
  const asked = await rep.call(createLead, { body: { ...leadFactsFor({ source: '展会' }), assign: 'rules' } });
  expect(asked.body.state).toBe('screening');
});
