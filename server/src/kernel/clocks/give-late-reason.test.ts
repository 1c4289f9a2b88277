import * as protocol from '@dealtrail/protocol/clocks';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, alsoOpen, company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import type { Tx } from '../db/index.ts';
import { startClockOn, stopClocks } from './index.ts';
import { makeSample, sampleChapter } from './testing/sample-chapter.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(() => house.time.set(TEST_START));

function write<Result>(orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.services.database.write({ orgId, actorId: null, operation: 'testing.clocks', requestId: 'test' }, work);
}

async function runningClock() {
  const here = await company({
    rep: { role: 'representative', department: 'North', name: '李想' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    stranger: { role: 'representative', department: 'South' },
    reader: { role: 'marketing' },
  });
  const { orgId, rep } = here;
  const recordId = await makeSample(house.services, orgId, {
    memberId: rep.memberId,
    departmentId: here.department('North'),
  });
  const clock = await write(orgId, (tx) =>
    startClockOn(tx, { policyKey: 'sample.first_touch', variant: 'high', recordId, ownerId: rep.memberId }),
  );
  return { ...here, recordId, clockId: clock?.id ?? '' };
}

const give = (caller: Caller, id: string, note?: string) =>
  caller.call(protocol.giveLateReason, { params: { id }, body: { reason: 'travelling', ...(note ? { note } : {}) } });

test('the owner says why an overdue clock was missed; it stays overdue and the history tells it', async () => {
  const { orgId, rep, recordId, clockId } = await runningClock();
  house.time.advance(25 * HOUR);
  const answer = await give(rep, clockId, '在深圳参展');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    id: clockId,
    state: 'overdue',
    lateReason: 'travelling',
    lateNote: '在深圳参展',
  });
  const events = await house.services.database.readRows<{ text: unknown }>(orgId, {
    text: `select text from seen.events where org_id = $1 and record_id = $2 and type = 'clocks.late_reason_given'`,
    values: [orgId, recordId],
  });
  expect(events).toEqual([
    {
      text: {
        key: 'clocks.event.late_reason_noted',
        params: {
          by: '李想',
          clockZh: '首次跟进',
          clockEn: 'First touch',
          reasonZh: '出差在外',
          reasonEn: 'Travelling',
          note: '在深圳参展',
        },
      },
    },
  ]);
});

test('a breach that ended can still be explained, and the breach stays', async () => {
  const { orgId, boss, recordId, clockId } = await runningClock();
  house.time.advance(30 * HOUR);
  await write(orgId, (tx) => stopClocks(tx, { recordId, event: 'leads.first_touched', at: house.time.now() }));
  expect((await give(boss, clockId)).body).toMatchObject({
    state: 'breached',
    lateReason: 'travelling',
    lateNote: null,
  });
});

test('a clock that is not late takes no reason', async () => {
  const { orgId, rep, recordId, clockId } = await runningClock();
  expect((await give(rep, clockId)).problem).toMatchObject({ status: 422, code: 'clock_not_late' });
  await write(orgId, (tx) => stopClocks(tx, { recordId, event: 'leads.first_touched', at: house.time.now() }));
  expect((await give(rep, clockId)).problem.code).toBe('clock_not_late');
});

test('who cannot see the record finds no clock, who may only read it may not explain it', async () => {
  const { orgId, stranger, reader, clockId } = await runningClock();
  house.time.advance(25 * HOUR);
  expect((await give(stranger, clockId)).status).toBe(404);
  const there = await company({ admin: { role: 'administrator' } });
  expect((await give(there.admin, clockId)).status).toBe(404);
  await write(orgId, (tx) =>
    tx.run({
      text: `update app.roles set grants = '{"leads.read":"all"}' where org_id = $1 and key = 'marketing'`,
      values: [orgId],
    }),
  );
  expect((await give(reader, clockId)).status).toBe(403);
});
