import * as protocol from '@dealtrail/protocol/clocks';
import type { Filter } from '@dealtrail/protocol/kernel';
import { shareRecord } from '@dealtrail/protocol/records';
import { timeline } from '@dealtrail/protocol/activities';
import { beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';
import type { Tx } from '../../db/index.ts';
import { startClockOn, stopClocks } from '../index.ts';
import { makeSample, sampleChapter } from '../testing/sample-chapter.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
});

function write<Result>(orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.services.database.write({ orgId, actorId: null, operation: 'testing.clocks', requestId: 'test' }, work);
}

async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North', name: '李想' },
    mate: { role: 'representative', department: 'North', name: '周予安' },
    south: { role: 'representative', department: 'South' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  });
  /** A sample of one of them with a clock of that many hours, begun now. */
  const owes = async (who: Caller, variant: 'high' | 'medium' | 'low', title = '晨星科技') => {
    const department = who === here.south ? 'South' : 'North';
    const owner = { memberId: who.memberId, departmentId: here.department(department) };
    const recordId = await makeSample(house.services, here.orgId, owner, title);
    const order = { policyKey: 'sample.first_touch', variant, recordId, ownerId: who.memberId };
    const clock = await write(here.orgId, (tx) => startClockOn(tx, order));
    return { recordId, clockId: clock!.id };
  };
  return { ...here, owes };
}

async function lines(who: Caller, query: object = {}): Promise<protocol.ClockLine[]> {
  const answer = await who.call(protocol.listClocks, { query });
  expect(answer.problem).not.toHaveProperty('code');
  return answer.body.items;
}

const filter = (asked: Filter) => ({ filter: JSON.stringify(asked) });

test('the first due stands first, with who owes it, on what, by which rule, and what one may do', async () => {
  const { boss, rep, mate, owes } = await team();
  await owes(mate, 'medium', '后到期');
  const { recordId, clockId } = await owes(rep, 'high', '先到期');
  const [first, second] = await lines(boss);
  expect(first).toMatchObject({
    id: clockId,
    recordId,
    recordKind: 'sample',
    recordTitle: '先到期',
    ownerName: '李想',
    departmentName: 'North',
    policyKey: 'sample.first_touch',
    state: 'running',
    dueAt: '2026-03-19T02:12:00.000Z',
    lateReason: null,
    why: { key: 'clocks.sample.first_touch.why', params: { limitZh: '24 小时', limitEn: '24 hours' } },
    abilities: { explain: false, pause: true, resume: false },
  });
  expect(second?.recordTitle).toBe('后到期');
  house.time.advance(25 * HOUR);
  expect((await lines(boss)).map(({ state, abilities }) => [state, abilities.explain])).toEqual([
    ['overdue', true],
    ['running', false],
  ]);
});

test('everybody sees the board as far as their records reach; a representative what they owe themselves', async () => {
  const { rep, mate, south, boss, admin, owes } = await team();
  const shared = await owes(mate, 'high');
  await owes(rep, 'high');
  await owes(south, 'high');
  const there = await company({ admin: { role: 'administrator' } });
  const counts = await Promise.all([rep, boss, admin, there.admin].map(async (who) => (await lines(who)).length));
  expect(counts).toEqual([1, 2, 3, 0]);
  const share = { memberId: rep.memberId, level: 'write' } as const;
  expect((await boss.call(shareRecord, { params: { id: shared.recordId }, body: share })).status).toBe(200);
  expect(await lines(rep)).toHaveLength(1);
});

test('the board is narrowed by policy, owner, department, kind, due moment and pause, and walked page by page', async () => {
  const { boss, rep, mate, owes } = await team();
  await owes(rep, 'high');
  await owes(rep, 'low');
  const paused = await owes(mate, 'medium');
  await boss.call(protocol.pauseClock, {
    params: { id: paused.clockId },
    body: { reason: 'budget_pending', until: '2026-03-25' },
  });
  house.time.advance(25 * HOUR);
  const count = async (asked: Filter) => (await lines(boss, filter(asked))).length;
  expect(await count({ field: 'ownerId', op: 'eq', value: rep.memberId })).toBe(2);
  expect(await count({ field: 'policyKey', op: 'in', value: ['first_touch'] })).toBe(0);
  expect(await count({ field: 'recordKind', op: 'eq', value: 'sample' })).toBe(3);
  expect(await count({ field: 'departmentId', op: 'eq', value: house.time.newId() })).toBe(0);
  expect(await count({ field: 'state', op: 'eq', value: 'paused' })).toBe(1);
  expect(await count({ field: 'pauseReason', op: 'eq', value: 'budget_pending' })).toBe(1);
  expect(await count({ field: 'dueAt', op: 'lt', value: { relative: '0h' } })).toBe(1);
  const page = await boss.call(protocol.listClocks, { query: { limit: 2, total: 'capped' } });
  expect([page.body.items.length, page.body.total]).toEqual([2, { count: 3, exact: true }]);
  const next = await boss.call(protocol.listClocks, { query: { limit: 2, cursor: page.body.nextCursor! } });
  expect(next.body.items).toHaveLength(1);
  expect(await lines(boss, { q: '晨星' })).toHaveLength(3);
  expect(await lines(boss, { q: '没有的公司' })).toHaveLength(0);
});

test('the heat counts what falls due by person; each number is the list of that person and stretch', async () => {
  const { boss, rep, mate, owes } = await team();
  await owes(rep, 'high');
  await owes(rep, 'medium');
  await owes(mate, 'medium');
  house.time.advance(25 * HOUR);
  const { body } = await boss.call(protocol.clockHeat, { query: { by: 'day' } });
  expect(body.people.map(({ name, counts }) => [name, counts.slice(0, 3)])).toEqual([
    ['李想', [1, 0, 1]],
    ['周予安', [0, 0, 1]],
  ]);
  expect(body.total.slice(0, 3)).toEqual([1, 0, 2]);
  for (const { memberId, counts } of body.people)
    for (const [i, { from, to }] of body.columns.entries()) {
      const asked: Filter[] = [
        { field: 'ownerId', op: 'eq', value: memberId! },
        { field: 'state', op: 'eq', value: 'running' },
        ...(from ? [{ field: 'dueAt', op: 'gte' as const, value: from }] : []),
        { field: 'dueAt', op: 'lt', value: to },
      ];
      expect((await lines(boss, filter({ all: asked }))).length).toBe(counts[i]);
    }
  const narrowed = await boss.call(protocol.clockHeat, {
    query: { by: 'hour', ...filter({ field: 'ownerId', op: 'eq', value: rep.memberId }) },
  });
  expect(narrowed.body.people.map(({ name, counts }) => [name, counts[0]])).toEqual([['李想', 1]]);
});

test('missed clocks are counted by reason and month, ended or not, and each number opens its clocks', async () => {
  const { orgId, boss, rep, owes } = await team();
  const ended = await owes(rep, 'high');
  const open = await owes(rep, 'high');
  await owes(rep, 'high');
  house.time.advance(30 * HOUR);
  await rep.call(protocol.giveLateReason, { params: { id: open.clockId }, body: { reason: 'travelling' } });
  await rep.call(protocol.giveLateReason, { params: { id: ended.clockId }, body: { reason: 'travelling' } });
  await write(orgId, (tx) =>
    stopClocks(tx, { recordId: ended.recordId, event: 'leads.first_touched', at: house.time.now() }),
  );
  const { body } = await boss.call(protocol.countLateReasons, { query: { months: 2 } });
  expect(body.months.map(({ month }) => month)).toEqual(['2026-03-01', '2026-02-01']);
  expect(body.reasons).toEqual([
    { reason: 'travelling', counts: [2, 0] },
    { reason: null, counts: [1, 0] },
  ]);
  const march = body.months[0]!;
  const asked = (leaf: Filter) =>
    filter({
      all: [leaf, { field: 'dueAt', op: 'gte', value: march.from }, { field: 'dueAt', op: 'lt', value: march.to }],
    });
  const given = { field: 'lateReason', op: 'eq', value: 'travelling' } as const;
  const behind = await lines(boss, { standing: 'missed', ...asked(given) });
  expect(behind.map(({ id }) => id).toSorted()).toEqual([ended.clockId, open.clockId].toSorted());
  expect(behind.find(({ id }) => id === ended.clockId)).toMatchObject({ state: 'breached', lateMs: 6 * HOUR });
  expect(await lines(boss, { standing: 'missed', ...asked({ field: 'lateReason', op: 'isEmpty' }) })).toHaveLength(1);
});

test('a clock is put off with a reason until a day and goes on by hand; the history tells both', async () => {
  const { rep, owes } = await team();
  const { clockId, recordId } = await owes(rep, 'high');
  const pause = (body: object) =>
    rep.call(protocol.pauseClock, { params: { id: clockId }, body: { reason: 'budget_pending', ...body } as never });
  expect((await pause({ until: '2026-03-18' })).problem).toMatchObject({
    code: 'clock_pause_refused',
    fields: [{ path: 'until', code: 'pause_end_not_later' }],
  });
  expect((await pause({ until: '2026-06-18' })).problem.fields).toMatchObject([
    { code: 'pause_too_long', message: '这项时限最长暂停 30 天。' },
  ]);
  expect((await pause({ until: '2026-03-25', reason: 'travelling' })).problem.code).toBe('clock_reason_unknown');
  const paused = await pause({ until: '2026-03-25', note: '等财务' });
  expect(paused.body).toMatchObject({ state: 'paused', pausedUntil: '2026-03-24T16:00:00.000Z' });
  expect((await lines(rep))[0]).toMatchObject({
    pauseReason: 'budget_pending',
    pauseNote: '等财务',
    abilities: { pause: false, resume: true },
  });
  expect((await pause({ until: '2026-03-26' })).problem.fields).toMatchObject([{ code: 'clock_not_running' }]);
  house.time.advance(2 * HOUR);
  const resume = () => rep.call(protocol.resumeClock, { params: { id: clockId } });
  expect((await resume()).body).toMatchObject({ state: 'running', dueAt: '2026-03-19T04:12:00.000Z' });
  expect((await resume()).problem).toMatchObject({ status: 422, code: 'clock_not_paused' });
  expect((await lines(rep))[0]?.pauseReason).toBeNull();
  const { body } = await rep.call(timeline, { params: { id: recordId } });
  expect(JSON.stringify(body.items)).toContain('clocks.event.paused_noted');
  expect(JSON.stringify(body.items)).toContain('clocks.event.resumed_by');
});

test('who only sees a record may not put its clock off', async () => {
  const { rep, south, owes } = await team();
  const { clockId } = await owes(rep, 'high');
  const body = { reason: 'other', until: '2026-03-25' };
  expect((await south.call(protocol.pauseClock, { params: { id: clockId }, body })).status).toBe(404);
});
