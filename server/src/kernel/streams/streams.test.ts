import type { AddressInfo } from 'node:net';
import { markNotificationsRead } from '@dealtrail/protocol/notifications';
import { updateMember } from '@dealtrail/protocol/organization';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, type TestHouse, testHouse } from '../../testing/test-house.ts';
import { testDatabase } from '../../testing/test-database.ts';
import { makeSample, sampleChapter, touchSample } from '../clocks/testing/sample-chapter.ts';
import { loginsFrom } from '../db/index.ts';
import { relayEvents } from '../events/index.ts';
import { notify } from '../notifications/index.ts';
import { type Listener, listen, until } from './testing/listen.ts';
import { Streams } from './streams.ts';
import { Viewer } from './viewer.ts';

alsoOpen(sampleChapter);

let house: TestHouse;
let port: number;
let open: Listener[];

beforeAll(async () => {
  house = await testHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = house.app.server.address() as AddressInfo);
});

beforeEach(() => {
  open = [];
});

afterEach(() => {
  for (const listener of open) listener.hangUp();
});

async function follow(who: Caller, topics: string, more = '', headers: Record<string, string> = {}): Promise<Listener> {
  const listener = await listen(port, `/stream?topics=${topics}${more}`, {
    authorization: `Bearer ${who.key}`,
    ...headers,
  });
  open.push(listener);
  return listener;
}

async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North' },
    mate: { role: 'representative', department: 'North' },
    boss: { role: 'sales_manager', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  });
  const own = { memberId: here.rep.memberId, departmentId: here.department('North') };
  return { ...here, record: await makeSample(house.services, here.orgId, own, '晨星科技'), own };
}

async function touch(orgId: string, record: string): Promise<void> {
  await touchSample(house.services, orgId, record);
  await house.drain(orgId);
}

test('who follows a kind hears of a change with kind, id and version and nothing else, quickly', async () => {
  const { orgId, rep, record } = await team();
  const listener = await follow(rep, 'sample');
  expect(listener.status).toBe(200);
  expect(listener.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  await touch(orgId, record);
  expect(await until(() => listener.changes().length > 0)).toBeLessThan(1_000);
  expect(listener.changes()).toEqual([{ kind: 'sample', id: record, version: null }]);
  expect(listener.text()).not.toContain('晨星');
});

test('what a member may not see is not told, not even that something happened', async () => {
  const { orgId, rep, mate, boss, admin, record, own } = await team();
  const other = await company({ admin: { role: 'administrator' } });
  const theirs = await makeSample(house.services, orgId, { ...own, memberId: mate.memberId }, '金丝雀');
  const everyone = await Promise.all(
    [rep, mate, boss, admin, other.admin].map((who) => follow(who, `sample,${record},${theirs}`)),
  );
  await touch(orgId, record);
  await touch(orgId, theirs);
  const [ofRep, ofMate, ofBoss, ofAdmin, ofOther] = everyone as [Listener, Listener, Listener, Listener, Listener];
  await until(() => ofBoss.changes().length === 2 && ofAdmin.changes().length === 2 && ofMate.changes().length === 1);
  expect(ofRep.changes().map(({ id }) => id)).toEqual([record]);
  expect(ofMate.changes().map(({ id }) => id)).toEqual([theirs]);
  expect(ofRep.text()).not.toContain(theirs);
  // One sign of life at the start, and silence.
  expect(ofOther.heard().map(({ event }) => event)).toEqual(['pulse']);
});

test('who follows one record or another kind hears of nothing else', async () => {
  const { orgId, rep, record, own } = await team();
  const second = await makeSample(house.services, orgId, own, 'B');
  const [one, leads] = await Promise.all([follow(rep, second), follow(rep, 'lead')]);
  await touch(orgId, record);
  await touch(orgId, second);
  await until(() => one.changes().length === 1);
  expect(one.changes()).toEqual([{ kind: 'sample', id: second, version: null }]);
  expect(leads.changes()).toEqual([]);
});

test('a message to a member is told to that member alone, and reading it to their other windows', async () => {
  const { orgId, rep, mate, record } = await team();
  const [mine, other] = await Promise.all([follow(rep, 'notification'), follow(mate, 'notification')]);
  await house.services.database.write({ orgId, actorId: null, operation: 't', requestId: 't' }, (tx) =>
    notify(tx, house.services, {
      eventId: house.time.newId(),
      memberIds: [rep.memberId],
      kind: 'samples.noted',
      recordId: record,
      recordKind: 'sample',
      text: { key: 'samples.noted', params: {} },
    }),
  );
  await house.drain(orgId);
  await until(() => mine.changes().length === 1);
  await rep.call(markNotificationsRead, { body: {} });
  await house.drain(orgId);
  await until(() => mine.changes().length === 2);
  expect(mine.changes().map(({ kind }) => kind)).toEqual(['notification', 'notification']);
  expect(other.changes()).toEqual([]);
});

test('a stream goes on where the last one ended; what cannot be told any more is a resync', async () => {
  const { orgId, rep, record } = await team();
  const first = await follow(rep, 'sample');
  await touch(orgId, record);
  await until(() => first.changes().length === 1);
  const place = first.heard().at(-1)!.id!;
  first.hangUp();
  await touch(orgId, record);
  const second = await follow(rep, 'sample', '', { 'last-event-id': place });
  await until(() => second.changes().length === 1);
  const third = await follow(rep, 'sample', `&after=${place}`);
  await until(() => third.changes().length === 1);
  const beyond = await follow(rep, 'sample', '&after=999999');
  await until(() => beyond.heard().length > 0);
  expect(beyond.heard().map(({ event }) => event)).toEqual(['resync']);
});

test('a new stream also tells what happened while its page was being read', async () => {
  const { orgId, rep, record } = await team();
  await touch(orgId, record);
  const soon = await follow(rep, 'sample');
  await until(() => soon.changes().length === 1);
  house.time.advance(11_000);
  const later = await follow(rep, 'sample');
  await until(() => later.heard().length === 1);
  await touch(orgId, record);
  await until(() => later.changes().length > 0);
  expect(later.heard()[0]?.event).toBe('pulse');
  expect(later.changes()).toHaveLength(1);
});

test('several changes of one record within a moment are one message', async () => {
  const { orgId, rep, record } = await team();
  const listener = await follow(rep, 'sample');
  for (let i = 0; i < 5; i += 1) await touchSample(house.services, orgId, record);
  await touch(orgId, record);
  await until(() => listener.changes().length > 0);
  expect(listener.changes()).toHaveLength(1);
});

test('a member taken out of the organisation hears no more within five seconds, and the line is closed', async () => {
  const { rep, admin } = await team();
  const listener = await follow(rep, 'sample');
  const began = performance.now();
  const ended = await admin.call(updateMember, { params: { id: rep.memberId }, body: { version: 1, active: false } });
  expect(ended.status).toBe(200);
  await listener.ended;
  expect(performance.now() - began).toBeLessThan(5_000);
}, 10_000);

test('a member may hold eight streams; the ninth is asked to wait', async () => {
  const { rep, mate } = await team();
  for (let i = 0; i < 8; i += 1) expect((await follow(rep, 'sample')).status).toBe(200);
  const ninth = await follow(rep, 'sample');
  expect([ninth.status, ninth.headers['retry-after']]).toEqual([429, '50']);
  expect((await follow(mate, 'sample')).status).toBe(200);
});

test.each(['', 'LEAD', 'lead;drop', 'a,,b', Array.from({ length: 51 }, () => 'a').join(',')])(
  'nobody follows %j',
  async (topics) => {
    const { rep } = await team();
    expect((await follow(rep, encodeURIComponent(topics))).status).toBe(422);
  },
);

test('listeners of another process on the same database are told over the line between them', async () => {
  const { orgId, rep, record } = await team();
  const { services } = house;
  const rooms = { ...services, guards: services.registry.actors.guards, chapterOf: () => undefined };
  const other = new Streams(rooms, loginsFrom((await testDatabase()).owner).app);
  const listener = await follow(rep, 'sample');
  await touch(orgId, record);
  await until(() => listener.changes().length === 1);
  // The other process opens its line with the first news; the second ones find it open.
  for (const limit of [3_000, 900]) {
    const heard = listener.changes().length;
    await touchSample(services, orgId, record);
    await relayEvents({ ...services, streams: other }, orgId, async () => undefined);
    expect(await until(() => listener.changes().length > heard, limit)).toBeLessThan(limit);
  }
  await other.close();
});

const nobody = {} as Pick<ConstructorParameters<typeof Viewer>[0], 'actor' | 'credential' | 'request'>;

test('who takes nothing is told to read everything again once they do, and what they missed is not kept for them', async () => {
  const { rep } = await team();
  const viewer = new Viewer({ ...nobody, topics: new Set(), position: 0, resync: false });
  const change = { kind: 'sample', id: rep.memberId, version: 1 };
  for (let i = 1; i <= 5_000; i += 1) viewer.tell([change], i);
  expect(viewer.stuck).toBe(true);
  let text = '';
  viewer.body.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await until(() => text.includes('event: resync'));
  expect(text.length).toBeLessThan(400_000);
  expect(text.trimEnd().endsWith('id: 5000\nevent: resync\ndata: {}')).toBe(true);
  viewer.end();
});
