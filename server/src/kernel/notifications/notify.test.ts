import * as protocol from '@dealtrail/protocol/notifications';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, alsoOpen, company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import { startClockOn, stopClocks } from '../clocks/index.ts';
import { makeSample, sampleChapter } from '../clocks/testing/sample-chapter.ts';
import type { Tx } from '../db/index.ts';
import { type Note, notify } from './index.ts';

alsoOpen(sampleChapter);

const HOUR = 3_600_000;

let house: TestHouse;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(() => house.time.set(TEST_START));

function write<Result>(orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.services.database.write({ orgId, actorId: null, operation: 'testing.notify', requestId: 'test' }, work);
}

async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North', name: '李想' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王主管' },
    stranger: { role: 'representative', department: 'South' },
    admin: { role: 'administrator' },
  });
  const { orgId, rep } = here;
  const recordId = await makeSample(house.services, orgId, {
    memberId: rep.memberId,
    departmentId: here.department('North'),
  });
  const clock = await write(orgId, (tx) =>
    startClockOn(tx, { policyKey: 'sample.first_touch', variant: 'high', recordId, ownerId: rep.memberId }),
  );
  return { ...here, recordId, clock };
}

const list = async (caller: Caller) => (await caller.call(protocol.listNotifications, {})).body;

const mails = (orgId: string) =>
  house.services.database.readRows<{ recipient: string; kind: string; params: Record<string, string>; state: string }>(
    orgId,
    {
      text: 'select recipient, kind, params, state from seen.mails where org_id = $1 order by created_at, id',
      values: [orgId],
    },
  );

function noteFor(recordId: string, memberIds: string[], more: Partial<Note> = {}): Note {
  return {
    eventId: house.time.newId(),
    memberIds,
    kind: 'samples.noted',
    recordId,
    recordKind: 'sample',
    text: { key: 'samples.noted', params: {} },
    ...more,
  };
}

test('owner and supervisor hear of a clock in the product and by mail, each when it concerns them', async () => {
  const { orgId, rep, boss, recordId } = await team();
  house.time.advance(20 * HOUR);
  await house.drain(orgId);
  expect(await list(rep)).toMatchObject({
    unread: 1,
    items: [
      {
        kind: 'clocks.warned',
        recordKind: 'sample',
        recordId,
        readAt: null,
        mail: 'not_configured',
        text: {
          key: 'clocks.notice.warned',
          params: { title: '晨星科技', clockZh: '首次跟进', due: '2026-03-19 10:12' },
        },
      },
    ],
  });
  house.time.advance(30 * HOUR);
  await house.drain(orgId);
  await house.drain(orgId);
  expect((await list(rep)).items.map(({ kind, mail }) => [kind, mail])).toEqual([
    ['clocks.overdue', 'none'],
    ['clocks.warned', 'not_configured'],
  ]);
  expect((await list(boss)).items).toMatchObject([
    {
      kind: 'clocks.escalated',
      mail: 'not_configured',
      text: { key: 'clocks.notice.escalated', params: { owner: '李想' } },
    },
  ]);
  expect(await mails(orgId)).toMatchObject([
    {
      kind: 'clock_warning',
      params: {
        recipientName: '李想',
        recordTitle: '晨星科技',
        zone: 'Asia/Shanghai',
        link: `http://127.0.0.1:0/leads/${recordId}`,
      },
    },
    { kind: 'escalation', params: { recipientName: '王主管', ownerName: '李想', clockName: '首次跟进' } },
  ]);
});

test('an owner made inactive is told nothing; the supervisor hears all the same', async () => {
  const { orgId, rep, boss } = await team();
  await write(orgId, (tx) =>
    tx.run({
      text: 'update app.members set active = false where org_id = $1 and id = $2',
      values: [orgId, rep.memberId],
    }),
  );
  house.time.advance(50 * HOUR);
  await house.drain(orgId);
  const [count] = await house.services.database.readRows<{ told: number }>(orgId, {
    text: 'select count(*)::int as told from seen.notifications where org_id = $1 and member_id = $2',
    values: [orgId, rep.memberId],
  });
  expect(count).toEqual({ told: 0 });
  expect((await list(boss)).items.map(({ kind }) => kind)).toEqual(['clocks.escalated']);
});

test('who did the thing before the message was written is not hurried any more', async () => {
  const { orgId, rep, boss, recordId } = await team();
  house.time.advance(50 * HOUR);
  const clocks = house.services.registry.sweeps.find(({ name }) => name === 'clocks.take_steps')!;
  await clocks.run({ orgId, services: house.services });
  await write(orgId, (tx) => stopClocks(tx, { recordId, event: 'leads.first_touched', at: house.time.now() }));
  await house.drain(orgId);
  expect((await list(rep)).items).toEqual([]);
  expect((await list(boss)).items).toEqual([]);
});

test('nobody hears of the same event twice, and those who may not see the record hear nothing', async () => {
  const { orgId, rep, boss, stranger, admin, recordId } = await team();
  const note = noteFor(
    recordId,
    [rep, boss, stranger, admin].map(({ memberId }) => memberId),
  );
  const told = await write(orgId, (tx) => notify(tx, house.services, note));
  expect(told.toSorted()).toEqual([rep, boss, admin].map(({ memberId }) => memberId).toSorted());
  expect(await write(orgId, (tx) => notify(tx, house.services, note))).toEqual([]);
  expect((await list(stranger)).items).toEqual([]);
  expect((await list(rep)).unread).toBe(1);
});

test('a member with whom the record is shared hears of it', async () => {
  const { orgId, stranger, recordId } = await team();
  await write(orgId, (tx) =>
    tx.run({
      text: 'insert into app.shares (org_id, record_id, member_id, granted_at) values ($1, $2, $3, $4)',
      values: [orgId, recordId, stranger.memberId, house.time.now()],
    }),
  );
  expect(await write(orgId, (tx) => notify(tx, house.services, noteFor(recordId, [stranger.memberId])))).toEqual([
    stranger.memberId,
  ]);
});

test('nobody hears of a record that was deleted', async () => {
  const { orgId, rep, recordId } = await team();
  await write(orgId, (tx) =>
    tx.run({
      text: 'update app.records set deleted_at = $3 where org_id = $1 and id = $2',
      values: [orgId, recordId, house.time.now()],
    }),
  );
  expect(await write(orgId, (tx) => notify(tx, house.services, noteFor(recordId, [rep.memberId])))).toEqual([]);
});

test('a member marks some or all of their own messages as read, never those of others', async () => {
  const { orgId, rep, boss, recordId } = await team();
  for (let i = 0; i < 3; i += 1) {
    await write(orgId, (tx) => notify(tx, house.services, noteFor(recordId, [rep.memberId, boss.memberId])));
  }
  const [first] = (await list(rep)).items;
  const ofBoss = (await list(boss)).items.map(({ id }) => id);
  const some = await rep.call(protocol.markNotificationsRead, { body: { ids: [first!.id, ...ofBoss] } });
  expect(some.body).toEqual({ unread: 2 });
  expect((await list(boss)).unread).toBe(3);
  expect((await rep.call(protocol.markNotificationsRead, { body: {} })).body).toEqual({ unread: 0 });
  expect((await list(rep)).items.every(({ readAt }) => readAt === '2026-03-18T02:12:00.000Z')).toBe(true);
});
