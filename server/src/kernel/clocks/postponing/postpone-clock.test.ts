import { timeline } from '@dealtrail/protocol/activities';
import * as protocol from '@dealtrail/protocol/clocks';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';
import { startClockOn } from '../index.ts';
import { makeSample, sampleChapter } from '../testing/sample-chapter.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
});

/** A lead-like record of the representative with a clock due in 24 hours: 2026-03-19 10:12 in Shanghai. */
async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North', name: '李想' },
    mate: { role: 'representative', department: 'North' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王主管' },
  });
  const owes = async (who: Caller) => {
    const owner = { memberId: who.memberId, departmentId: here.department('North') };
    const recordId = await makeSample(house.services, here.orgId, owner);
    const origin = { orgId: here.orgId, actorId: null, operation: 'testing.clocks', requestId: 'test' };
    const order = { policyKey: 'sample.first_touch', variant: 'high', recordId, ownerId: who.memberId };
    const clock = await house.services.database.write(origin, (tx) => startClockOn(tx, order));
    return { recordId, clockId: clock!.id };
  };
  const postpone = (who: Caller, id: string, to: string, more: object = {}) =>
    who.call(protocol.postponeClock, { params: { id }, body: { reason: 'customer_away', to, ...more } });
  const decide = (who: Caller, id: string, grant: boolean, note?: string) =>
    who.call(protocol.decidePostponement, { params: { id }, body: { grant, ...(note ? { note } : {}) } });
  const line = async (who: Caller, id: string) =>
    (await who.call(protocol.listClocks, {})).body.items.find((each) => each.id === id)!;
  const bell = async (who: Caller) => {
    await house.drain();
    return (await who.call(listNotifications, { query: {} })).body.items.map(({ kind }) => kind);
  };
  return { ...here, owes, postpone, decide, line, bell };
}

test('who owes a clock moves it once by two working days; it keeps its first due moment and says how often it was moved', async () => {
  const { rep, boss, owes, postpone, line } = await team();
  const { clockId, recordId } = await owes(rep);
  const answer = await postpone(rep, clockId, '2026-03-23T10:12:00+08:00', { note: '出国' });
  expect(answer.body).toMatchObject({
    outcome: 'moved',
    clock: {
      state: 'running',
      dueAt: '2026-03-23T02:12:00.000Z',
      firstDueAt: '2026-03-19T02:12:00.000Z',
      moves: 1,
      moveReason: 'customer_away',
      asked: null,
    },
  });
  expect(await line(boss, clockId)).toMatchObject({ moves: 1, abilities: { postpone: true, decide: false } });
  const { body } = await rep.call(timeline, { params: { id: recordId }, query: {} });
  expect(body.items[0]?.text).toMatchObject({
    key: 'clocks.event.postponed_noted',
    params: { by: '李想', was: '2026-03-19 10:12', due: '2026-03-23 10:12', note: '出国' },
  });
});

test('beyond the limit the supervisor decides, and both are told', async () => {
  const { rep, boss, mate, owes, postpone, decide, line, bell } = await team();
  const { clockId } = await owes(rep);
  const far = '2026-03-27T10:12:00+08:00';
  expect((await postpone(rep, clockId, far)).body).toMatchObject({
    outcome: 'asked',
    clock: { moves: 0, dueAt: '2026-03-19T02:12:00.000Z', asked: { by: '李想', to: '2026-03-27T02:12:00.000Z' } },
  });
  expect(await bell(boss)).toEqual(['clocks.postpone_asked']);
  expect((await line(rep, clockId)).abilities).toMatchObject({ postpone: false, decide: false });
  expect((await line(boss, clockId)).abilities).toMatchObject({ postpone: false, decide: true });
  expect((await postpone(rep, clockId, far)).problem).toMatchObject({ status: 409, code: 'clock_asked_already' });
  expect((await decide(rep, clockId, true)).status).toBe(403);
  expect((await decide(mate, clockId, true)).status).toBe(404);
  expect((await decide(boss, clockId, true, '可以')).body).toMatchObject({
    dueAt: '2026-03-27T02:12:00.000Z',
    moves: 1,
    asked: null,
  });
  expect(await bell(rep)).toEqual(['clocks.postpone_granted']);
  expect((await decide(boss, clockId, false)).problem).toMatchObject({ status: 409, code: 'clock_not_asked' });
  // A second time, however near: asked again, and refused.
  expect((await postpone(rep, clockId, '2026-03-27T11:12:00+08:00')).body.outcome).toBe('asked');
  const asked = { filter: JSON.stringify({ not: { field: 'askedAt', op: 'isEmpty' } }) };
  expect((await boss.call(protocol.listClocks, { query: asked })).body.items).toHaveLength(1);
  expect((await decide(boss, clockId, false)).body).toMatchObject({ moves: 1, asked: null });
  expect(await bell(rep)).toEqual(['clocks.postpone_refused', 'clocks.postpone_granted']);
});

test('the counts tell what was missed, and what only the postponement saved', async () => {
  const { rep, boss, owes, postpone } = await team();
  const { clockId } = await owes(rep);
  await owes(rep);
  await postpone(rep, clockId, '2026-03-23T10:12:00+08:00');
  const counts = async () => (await boss.call(protocol.countLateReasons, { query: {} })).body;
  house.time.advance(25 * HOUR);
  expect(await counts()).toMatchObject({
    reasons: [{ reason: null, counts: [1, 0, 0, 0, 0, 0] }],
    moved: [1, 0, 0, 0, 0, 0],
  });
  const moved = await boss.call(protocol.listClocks, { query: { standing: 'moved' } });
  expect(moved.body.items.map(({ id, state }) => [id, state])).toEqual([[clockId, 'running']]);
  house.time.advance(96 * HOUR);
  expect(await counts()).toMatchObject({ reasons: [{ counts: [2, 0, 0, 0, 0, 0] }], moved: [1, 0, 0, 0, 0, 0] });
});

test('what is overdue is not postponed, nor what was asked for in time and not decided', async () => {
  const { rep, boss, owes, postpone, decide, line } = await team();
  const [asked, late] = [await owes(rep), await owes(rep)];
  await postpone(rep, asked.clockId, '2026-03-27T10:12:00+08:00');
  house.time.advance(25 * HOUR);
  const refusal = { code: 'clock_postpone_refused', fields: [{ path: 'to', code: 'clock_overdue_already' }] };
  expect((await postpone(boss, late.clockId, '2026-03-20T10:12:00+08:00')).problem).toMatchObject(refusal);
  expect((await decide(boss, asked.clockId, true)).problem).toMatchObject(refusal);
  expect((await line(boss, asked.clockId)).abilities).toMatchObject({ postpone: false, decide: false, explain: true });
});

test('a pause a second time is the supervisor’s to give', async () => {
  const { rep, boss, owes, line } = await team();
  const { clockId } = await owes(rep);
  const pause = (who: Caller) =>
    who.call(protocol.pauseClock, { params: { id: clockId }, body: { reason: 'budget_pending', until: '2026-03-25' } });
  expect((await pause(rep)).status).toBe(200);
  await rep.call(protocol.resumeClock, { params: { id: clockId } });
  expect((await pause(rep)).problem.fields).toMatchObject([{ path: 'until', code: 'pause_needs_supervisor' }]);
  expect((await pause(boss)).body).toMatchObject({ state: 'paused' });
  expect((await line(boss, clockId)).abilities.pause).toBe(false);
});
