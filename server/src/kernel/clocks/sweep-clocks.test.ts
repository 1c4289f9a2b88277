import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, alsoOpen, company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import type { Tx } from '../db/index.ts';
import { pauseClocks, startClockOn, stopClocks } from './index.ts';
import { sweepClocks } from './sweep-clocks.ts';
import { makeSample, sampleChapter } from './testing/sample-chapter.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(() => house.time.set(TEST_START));

const team = () =>
  company({
    rep: { role: 'representative', department: 'Sales/North', name: '李想' },
    boss: { role: 'supervisor', department: 'Sales/North', supervises: 'Sales/North', name: '王主管' },
    head: { role: 'sales_manager', department: 'Sales', supervises: 'Sales', name: '赵总' },
    admin: { role: 'administrator', name: '管理员' },
  });

function write<Result>(orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.services.database.write({ orgId, actorId: null, operation: 'testing.clocks', requestId: 'test' }, work);
}

async function startFirstTouch(orgId: string, owner: Caller | null, departmentId: string, variant = 'high') {
  const recordId = await makeSample(house.services, orgId, { memberId: owner?.memberId ?? null, departmentId });
  const ownerId = owner?.memberId ?? null;
  const clock = await write(orgId, (tx) =>
    startClockOn(tx, { policyKey: 'sample.first_touch', variant, recordId, ownerId }),
  );
  return { recordId, clock };
}

interface Told {
  readonly type: string;
  readonly data: { step: string; memberIds: string[]; fallback: boolean };
  readonly text: { key: string; params: Record<string, string> };
}

/** What the sweep told about a record, in order. */
function told(orgId: string, recordId: string): Promise<Told[]> {
  return house.services.database.readRows<Told>(orgId, {
    text: `select type, data, text from seen.events where org_id = $1 and record_id = $2 and type like 'clocks.%' order by id`,
    values: [orgId, recordId],
  });
}

const sweep = (orgId: string) => sweepClocks.run({ orgId, services: house.services });

test('the sweep warns, notes the breach and escalates, each at its moment and once', async () => {
  const { orgId, rep, boss, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  const seen: number[] = [];
  for (const hours of [19, 1, 1, 4, 1, 21, 1, 100]) {
    house.time.advance(hours * HOUR);
    await sweep(orgId);
    await sweep(orgId);
    seen.push((await told(orgId, recordId)).length);
  }
  // 80 % of 24 hours pass between the 19th and the 20th hour.
  expect(seen).toEqual([0, 1, 1, 2, 2, 2, 3, 3]);
  expect(await told(orgId, recordId)).toMatchObject([
    {
      type: 'clocks.warned',
      data: { step: 'warn', memberIds: [rep.memberId] },
      text: { key: 'clocks.event.warned', params: { clockZh: '首次跟进', due: '2026-03-19 10:12' } },
    },
    { type: 'clocks.overdue', data: { step: 'due', memberIds: [rep.memberId] }, text: { key: 'clocks.event.overdue' } },
    {
      type: 'clocks.escalated',
      data: { step: 'supervisor', memberIds: [boss.memberId], fallback: false },
      text: { key: 'clocks.event.escalated', params: { to: '王主管' } },
    },
  ]);
});

test('two sweeps at once act once', async () => {
  const { orgId, rep, department } = await team();
  const started = [];
  for (let i = 0; i < 12; i += 1) started.push(await startFirstTouch(orgId, rep, department('Sales/North')));
  house.time.advance(25 * HOUR);
  await Promise.all([sweep(orgId), sweep(orgId), sweep(orgId)]);
  await sweep(orgId);
  for (const { recordId } of started) {
    expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual(['clocks.overdue']);
  }
});

test('a sweep that comes late takes all steps in order and leaves out the warning', async () => {
  const { orgId, rep, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  house.time.advance(200 * HOUR);
  await sweep(orgId);
  expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual(['clocks.overdue', 'clocks.escalated']);
});

test('over Spring Festival nobody is hurried: due and escalated on the tenth day', async () => {
  const { orgId, rep, department } = await team();
  // Saturday, a make-up workday, 17:00 in Shanghai; the holiday lasts from the 15th to the 23rd.
  house.time.set('2026-02-14T09:00:00Z');
  const { recordId, clock } = await startFirstTouch(orgId, rep, department('Sales/North'));
  expect(clock?.dueAt.toISOString()).toBe('2026-02-24T09:00:00.000Z');
  house.time.set('2026-02-23T15:59:00Z');
  await sweep(orgId);
  expect(await told(orgId, recordId)).toEqual([]);
  house.time.set('2026-02-24T08:59:00Z');
  await sweep(orgId);
  expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual(['clocks.warned']);
  house.time.set('2026-02-24T09:00:00Z');
  await sweep(orgId);
  expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual([
    'clocks.warned',
    'clocks.overdue',
    'clocks.escalated',
  ]);
});

test('the steps of a clock that was stopped in between are not taken', async () => {
  const { orgId, rep, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  house.time.advance(23 * HOUR);
  await write(orgId, (tx) => stopClocks(tx, { recordId, event: 'leads.first_touched', at: house.time.now() }));
  house.time.advance(100 * HOUR);
  await sweep(orgId);
  expect(await told(orgId, recordId)).toEqual([]);
});

test('a clock of a supervisor goes to the supervisor above, and to the administrators where nobody is', async () => {
  const { orgId, boss, head, admin, department } = await team();
  const ofBoss = await startFirstTouch(orgId, boss, department('Sales/North'));
  const ofHead = await startFirstTouch(orgId, head, department('Sales'));
  const ofNobody = await startFirstTouch(orgId, null, department('Sales'));
  house.time.advance(200 * HOUR);
  await sweep(orgId);
  const escalated = async ({ recordId }: { recordId: string }) => (await told(orgId, recordId)).at(-1)!;
  expect((await escalated(ofBoss)).data).toMatchObject({ memberIds: [head.memberId], fallback: false });
  expect(await escalated(ofHead)).toMatchObject({
    data: { memberIds: [admin.memberId], fallback: true },
    text: { key: 'clocks.event.escalated_fallback', params: { to: '管理员' } },
  });
  expect((await escalated(ofNobody)).data).toMatchObject({ memberIds: [admin.memberId], fallback: true });
});

test('a supervisor made inactive is passed over for the one above', async () => {
  const { orgId, rep, boss, head, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  await write(orgId, (tx) =>
    tx.run({
      text: 'update app.members set active = false where org_id = $1 and id = $2',
      values: [orgId, boss.memberId],
    }),
  );
  house.time.advance(200 * HOUR);
  await sweep(orgId);
  expect((await told(orgId, recordId)).at(-1)!.data.memberIds).toEqual([head.memberId]);
});

test('a pause ends by itself: the clock resumes at its moment and says so', async () => {
  const { orgId, rep, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  const until = new Date(house.time.now().getTime() + 24 * HOUR);
  await write(orgId, (tx) => pauseClocks(tx, recordId, until));
  house.time.set(until);
  await sweep(orgId);
  expect(await told(orgId, recordId)).toMatchObject([
    { type: 'clocks.resumed', text: { key: 'clocks.event.resumed', params: { due: '2026-03-20 10:12' } } },
  ]);
  // Long after: it has run on from the end of the pause, not from this sweep.
  house.time.advance(24 * HOUR);
  await sweep(orgId);
  expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual(['clocks.resumed', 'clocks.overdue']);
});

test('a sweep that missed both the end of a pause and the due moment tells them in order', async () => {
  const { orgId, rep, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
  await write(orgId, (tx) => pauseClocks(tx, recordId, new Date(house.time.now().getTime() + 24 * HOUR)));
  house.time.advance(60 * HOUR);
  await sweep(orgId);
  expect((await told(orgId, recordId)).map(({ type }) => type)).toEqual(['clocks.resumed', 'clocks.overdue']);
});

test('the clocks of a deleted record end quietly', async () => {
  const { orgId, rep, department } = await team();
  const { recordId, clock } = await startFirstTouch(orgId, rep, department('Sales/North'));
  await write(orgId, (tx) =>
    tx.run({
      text: 'update app.records set deleted_at = $3 where org_id = $1 and id = $2',
      values: [orgId, recordId, house.time.now()],
    }),
  );
  house.time.advance(200 * HOUR);
  await sweep(orgId);
  expect(await told(orgId, recordId)).toEqual([]);
  const [row] = await house.services.database.readRows<{ state: string }>(orgId, {
    text: 'select state from seen.clocks where org_id = $1 and id = $2',
    values: [orgId, clock?.id],
  });
  expect(row).toEqual({ state: 'cancelled' });
});

test('a low record reminds its owner once more before it is due', async () => {
  const { orgId, rep, department } = await team();
  const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'), 'low');
  house.time.advance(48 * HOUR);
  await sweep(orgId);
  expect(await told(orgId, recordId)).toMatchObject([
    { type: 'clocks.escalated', data: { step: 'low_reminder', memberIds: [rep.memberId] } },
  ]);
});

test('an escalation passes over who is away, goes with who stands in for them, and stops at the top', async () => {
  const { orgId, rep, boss, head, department } = await team();
  const away = (who: Caller, deputy: Caller | null) =>
    house.services.database.write({ orgId, actorId: null, operation: 'testing.leave', requestId: 'test' }, (tx) =>
      tx.run({
        text: `update app.members set absent_from = '2026-03-01', absent_until = '2026-04-30', deputy_id = $3 where org_id = $1 and id = $2`,
        values: [orgId, who.memberId, deputy?.memberId ?? null],
      }),
    );
  const heard = async () => {
    house.time.set(TEST_START);
    const { recordId } = await startFirstTouch(orgId, rep, department('Sales/North'));
    house.time.advance(96 * HOUR);
    await sweep(orgId);
    const escalated = (await told(orgId, recordId)).find(({ type }) => type === 'clocks.escalated');
    return escalated?.data.memberIds;
  };
  await away(boss, null);
  expect(await heard()).toEqual([head.memberId]);
  await away(boss, head);
  expect(await heard()).toEqual([boss.memberId, head.memberId]);
  await away(boss, rep);
  expect(await heard()).toEqual([head.memberId]);
});
