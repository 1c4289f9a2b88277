import type { ClockView } from '@dealtrail/protocol/clocks';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import type { Tx } from '../db/index.ts';
import {
  cancelClocks,
  clocksOf,
  forgetTimeRules,
  moveClocks,
  overdueClocks,
  pauseClocks,
  resumeClocks,
  startClockOn,
  startClocksOn,
  stopClocks,
} from './index.ts';
import { makeSample, sampleChapter } from './testing/sample-chapter.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;
let orgId: string;
let rep: { memberId: string };
let other: { memberId: string };
let sample: string;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  house.time.set(TEST_START);
  ({ orgId, rep, other } = await company({ rep: { role: 'representative' }, other: { role: 'representative' } }));
  sample = await makeSample(house.services, orgId, rep);
});

function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.services.database.write({ orgId, actorId: null, operation: 'testing.clocks', requestId: 'test' }, work);
}

function views(recordId = sample): Promise<ClockView[]> {
  return house.services.database.readRows(orgId, clocksOf(orgId, recordId, house.time.now()));
}

const firstTouch = (more: object = {}) => ({
  policyKey: 'sample.first_touch',
  variant: 'high',
  recordId: sample,
  ownerId: rep.memberId,
  ...more,
});

test('a clock started tells its due moment, its warning, its escalation and why', async () => {
  const started = await write((tx) => startClockOn(tx, firstTouch()));
  // Wednesday 10:12 in Shanghai; 24 hours on workdays end on Thursday at the same time.
  expect(started?.dueAt.toISOString()).toBe('2026-03-19T02:12:00.000Z');
  const [view, ...rest] = await views();
  expect(rest).toEqual([]);
  expect(view).toMatchObject({
    id: started?.id,
    recordId: sample,
    policyKey: 'sample.first_touch',
    state: 'running',
    startedAt: '2026-03-18T02:12:00.000Z',
    dueAt: '2026-03-19T02:12:00.000Z',
    warnAt: '2026-03-18T21:24:00.000Z',
    // The earlier of three days after the start and one workday after the due moment.
    escalateAt: '2026-03-20T02:12:00.000Z',
    stoppedAt: null,
    lateReason: null,
    why: { key: 'clocks.sample.first_touch.why', params: { amount: 24, variant: 'high', restDays: 0 } },
  });
});

test('what a person sees of a clock moves with time', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  const states: string[] = [];
  for (const hours of [0, 19, 1, 4, 1]) {
    house.time.advance(hours * HOUR);
    states.push((await views())[0]!.state);
  }
  expect(states).toEqual(['running', 'running', 'warned', 'warned', 'overdue']);
  const overdue = await house.services.database.readRows(orgId, overdueClocks(orgId, sample, house.time.now()));
  expect(overdue.map(({ policyKey }) => policyKey)).toEqual(['sample.first_touch']);
});

test('a record has one open clock of a policy: starting again cancels the one before', async () => {
  const first = await write((tx) => startClockOn(tx, firstTouch()));
  house.time.advance(HOUR);
  const second = await write((tx) => startClockOn(tx, firstTouch({ variant: 'medium' })));
  await write((tx) => startClockOn(tx, { policyKey: 'sample.complete_lead', recordId: sample, ownerId: null }));
  const shown = await views();
  expect(shown.map(({ id }) => id)).not.toContain(first?.id);
  expect(shown.map(({ policyKey }) => policyKey)).toEqual(['sample.complete_lead', 'sample.first_touch']);
  expect(shown[1]!.id).toBe(second?.id);
});

test('two hundred records get their clocks in one go', async () => {
  const records = await Promise.all(Array.from({ length: 200 }, () => makeSample(house.services, orgId, rep)));
  const statements = await write(async (tx) => {
    const before = tx.statements;
    const started = await startClocksOn(
      tx,
      records.map((recordId) => firstTouch({ recordId })),
    );
    expect(started).toHaveLength(200);
    return tx.statements - before;
  });
  expect(statements).toBeLessThanOrEqual(3);
  const [count] = await house.services.database.readRows<{ open: number }>(orgId, {
    text: 'select count(*)::int as open from seen.clocks where org_id = $1 and record_id = any($2::uuid[]) and stopped_at is null',
    values: [orgId, records],
  });
  expect(count).toEqual({ open: 200 });
});

test('the event a policy waits for stops its clock as met, other events do not', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  const at = house.time.now();
  expect(await write((tx) => stopClocks(tx, { recordId: sample, event: 'leads.completed', at }))).toEqual([]);
  house.time.advance(2 * HOUR);
  const ended = await write((tx) =>
    stopClocks(tx, { recordId: sample, event: 'leads.first_touched', at: house.time.now() }),
  );
  expect(ended).toMatchObject([{ policyKey: 'sample.first_touch', outcome: 'met', lateMs: 0 }]);
  expect(await views()).toMatchObject([{ state: 'met', stoppedAt: '2026-03-18T04:12:00.000Z', escalateAt: null }]);
  expect(await write((tx) => stopClocks(tx, { recordId: sample, event: 'leads.first_touched', at }))).toEqual([]);
});

test('done too late is a breach with its lateness, and an entry a day later does not undo it', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  const inTime = new Date(house.time.now().getTime() + HOUR);
  house.time.advance(27 * HOUR);
  const ended = await write((tx) => stopClocks(tx, { recordId: sample, event: 'leads.first_touched', at: inTime }));
  expect(ended).toMatchObject([{ outcome: 'breached', lateMs: 3 * HOUR }]);
  expect(await views()).toMatchObject([{ state: 'breached' }]);
});

test('the clocks of a record that is gone end as neither met nor breached', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  await write((tx) => startClockOn(tx, { policyKey: 'sample.complete_lead', recordId: sample, ownerId: null }));
  expect(await write((tx) => cancelClocks(tx, sample, ['sample.complete_lead']))).toBe(1);
  expect(await views()).toMatchObject([{ policyKey: 'sample.first_touch' }]);
  expect(await write((tx) => cancelClocks(tx, [sample]))).toBe(1);
  expect(await views()).toEqual([]);
});

test('a paused clock stands still and runs on with what was left', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  house.time.advance(4 * HOUR);
  const until = new Date(house.time.now().getTime() + 48 * HOUR);
  expect(await write((tx) => pauseClocks(tx, sample, until))).toEqual([]);
  expect(await views()).toMatchObject([{ state: 'paused', pausedUntil: until.toISOString() }]);
  house.time.advance(20 * HOUR);
  expect(await write((tx) => resumeClocks(tx, sample))).toBe(1);
  // Twenty hours were left on Thursday 10:12; they end on Friday at 06:12.
  expect(await views()).toMatchObject([
    {
      state: 'running',
      dueAt: '2026-03-19T22:12:00.000Z',
      pausedUntil: null,
      why: { params: { dueAt: '2026-03-19T22:12:00.000Z' } },
    },
  ]);
  expect(await write((tx) => resumeClocks(tx, sample))).toBe(0);
});

test('a clock that may not be paused so runs on and says why', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  const tooFar = new Date(house.time.now().getTime() + 31 * 24 * HOUR);
  expect(await write((tx) => pauseClocks(tx, sample, tooFar))).toEqual([
    { policyKey: 'sample.first_touch', refusal: 'pause_too_long' },
  ]);
  expect(await views()).toMatchObject([{ state: 'running' }]);
});

test('the new owner of a record has its open clocks', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  await write((tx) => moveClocks(tx, sample, other.memberId));
  const rows = await house.services.database.readRows<{ ownerId: string; state: string }>(orgId, {
    text: 'select owner_id, state from seen.clocks where org_id = $1 and record_id = $2',
    values: [orgId, sample],
  });
  expect(rows).toEqual([{ ownerId: other.memberId, state: 'running' }]);
});

test('the days an organisation enters itself count for its clocks', async () => {
  await write(async (tx) => {
    await tx.run({
      text: `insert into app.calendar_days (org_id, day, kind) values ($1, '2026-03-19', 'rest')`,
      values: [orgId],
    });
    forgetTimeRules(tx);
  });
  const started = await write((tx) => startClockOn(tx, firstTouch()));
  expect(started?.dueAt.toISOString()).toBe('2026-03-20T02:12:00.000Z');
});

test('a clock for a policy nobody declares is a fault, and a promised moment is kept to the minute', async () => {
  await expect(write((tx) => startClockOn(tx, firstTouch({ policyKey: 'sample.unknown' })))).rejects.toThrow(
    'sample.unknown',
  );
  const moment = new Date('2026-03-21T01:00:00Z');
  const started = await write((tx) =>
    startClockOn(tx, { policyKey: 'sample.next_step', recordId: sample, ownerId: rep.memberId, moment }),
  );
  expect(started?.dueAt).toEqual(moment);
});

test('other organisations see and stop nothing of it', async () => {
  await write((tx) => startClockOn(tx, firstTouch()));
  const there = await company({ rep: { role: 'representative' } });
  const stopped = await house.services.database.write(
    { orgId: there.orgId, actorId: null, operation: 't', requestId: 't' },
    (tx) => stopClocks(tx, { recordId: sample, event: 'leads.first_touched', at: house.time.now() }),
  );
  expect(stopped).toEqual([]);
  expect(await house.services.database.readRows(there.orgId, clocksOf(there.orgId, sample, house.time.now()))).toEqual(
    [],
  );
});
