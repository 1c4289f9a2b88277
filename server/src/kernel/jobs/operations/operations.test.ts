import {
  listDeadLetters,
  listMails,
  overview,
  retryMails,
  runDeadLetter,
  setAsideDeadLetter,
} from '@dealtrail/protocol/jobs';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';
import {
  failing,
  heard,
  makeSample,
  sampleChapter,
  titleOf,
  touchSample,
} from '../../clocks/testing/sample-chapter.ts';
import { type ReactionJob, relayEvents } from '../../events/index.ts';
import { queueMails } from '../../mail/outgoing.ts';
import { SweepRunner } from '../sweep-runner.ts';

alsoOpen(sampleChapter);

let house: TestHouse;
let orgId: string;
let admin: Caller;
let rep: Caller;
let sample: string;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  house.time.set(TEST_START);
  failing.on = false;
  heard.length = 0;
  ({ orgId, admin, rep } = await company({ admin: { role: 'administrator' }, rep: { role: 'representative' } }));
  sample = await makeSample(house.services, orgId, { memberId: null }, 'A');
});

afterEach(() => {
  failing.on = false;
});

const origin = () => ({ orgId, actorId: null, operation: 'testing', requestId: 'test' });

/** A reaction that failed every try, as the queue hands it over. */
async function deadLetter(): Promise<{ id: string; job: ReactionJob }> {
  await touchSample(house.services, orgId, sample);
  const jobs: ReactionJob[] = [];
  await relayEvents(house.services, orgId, async (_, carried) => void jobs.push(...carried));
  const job = jobs.find(({ reaction }) => reaction === 'samples.count_touches')!;
  const id = house.time.newId();
  await house.services.database.write(origin(), (tx) =>
    tx.run({
      text: `insert into app.dead_letters (org_id, id, event_id, reaction, problem, tries, failed_at, state)
        values ($1, $2, $3, $4, 'the sample reaction fails', 12, $5, 'open')`,
      values: [orgId, id, job.eventId, job.reaction, tx.time.now()],
    }),
  );
  return { id, job };
}

const letters = async (state?: 'done' | 'set_aside') =>
  (await admin.call(listDeadLetters, { query: state ? { state } : {} })).body.items;

test('a dead letter shows what failed after which fact on which record, and why', async () => {
  const { id } = await deadLetter();
  expect(await letters()).toMatchObject([
    {
      id,
      reaction: 'samples.count_touches',
      eventType: 'samples.touched',
      recordKind: 'sample',
      recordTitle: 'A',
      problem: 'the sample reaction fails',
      tries: 12,
      state: 'open',
    },
  ]);
  expect((await admin.call(overview, {})).body).toMatchObject({ deadLetters: 1, factsWaiting: 0 });
});

test('run again, it acts once and is done; run a second time it is refused and nothing happens', async () => {
  const { id } = await deadLetter();
  const done = await admin.call(runDeadLetter, { params: { id } });
  expect(done.body).toMatchObject({ state: 'done', settledBy: 'admin' });
  expect(await titleOf(house.services, orgId, sample)).toBe('A!');
  const again = await admin.call(runDeadLetter, { params: { id } });
  expect([again.status, again.problem.code]).toEqual([409, 'dead_letter_settled']);
  expect(await titleOf(house.services, orgId, sample)).toBe('A!');
  expect([await letters(), (await letters('done')).length]).toEqual([[], 1]);
});

test('one that was in fact handled is done without acting again', async () => {
  const { id, job } = await deadLetter();
  const { react } = await import('../../events/index.ts');
  await react(house.services, job);
  expect((await admin.call(runDeadLetter, { params: { id } })).body.state).toBe('done');
  expect(heard).toHaveLength(1);
});

test('still failing, it stays open with one try more and its new problem', async () => {
  const { id } = await deadLetter();
  failing.on = true;
  const failed = await admin.call(runDeadLetter, { params: { id } });
  expect([failed.status, failed.body]).toMatchObject([
    200,
    { state: 'open', tries: 13, problem: 'the sample reaction fails' },
  ]);
  expect(await titleOf(house.services, orgId, sample)).toBe('A');
});

test('set aside with a reason it is out of the way, with who and why in the audit', async () => {
  const { id } = await deadLetter();
  const aside = await admin.call(setAsideDeadLetter, { params: { id }, body: { reason: '客户已合并' } });
  expect(aside.body).toMatchObject({ state: 'set_aside', reason: '客户已合并', settledBy: 'admin' });
  const [audit] = await house.services.database.readRows<{ operation: string; actorId: string; changes: object }>(
    orgId,
    {
      text: `select operation, actor_id, changes from seen.audit where org_id = $1 and record_id = $2`,
      values: [orgId, id],
    },
  );
  expect(audit).toMatchObject({
    operation: 'operations.setAsideDeadLetter',
    actorId: admin.memberId,
    changes: { state: { before: 'open', after: 'set_aside' }, reason: { after: '客户已合并' } },
  });
});

test('only who runs the organisation sees the work behind the pages, and only their own', async () => {
  const { id } = await deadLetter();
  const other = await company({ admin: { role: 'administrator' } });
  expect((await rep.call(listDeadLetters, {})).status).toBe(403);
  expect((await other.admin.call(listDeadLetters, {})).body.items).toEqual([]);
  expect((await other.admin.call(runDeadLetter, { params: { id } })).status).toBe(404);
  expect(await titleOf(house.services, orgId, sample)).toBe('A');
});

async function queueTwo(): Promise<void> {
  await house.services.database.write(origin(), (tx) =>
    queueMails(
      tx,
      { configured: false },
      (['clock_warning', 'invitation'] as const).map((kind) => ({
        to: 'li@example.test',
        kind,
        locale: 'zh' as const,
        params: {},
      })),
    ),
  );
}

test('mails without a mail server are listed as not sent, and cannot be sent while there is none', async () => {
  await queueTwo();
  const { items } = (await admin.call(listMails, {})).body;
  expect(Object.fromEntries(items.map(({ kind, state, canRetry }) => [kind, [state, canRetry]]))).toEqual({
    clock_warning: ['not_configured', true],
    invitation: ['not_configured', false],
  });
  expect((await admin.call(overview, {})).body.mails).toEqual({ waiting: 0, held: 0, failed: 0, notConfigured: 2 });
  const refused = await admin.call(retryMails, { body: {} });
  expect([refused.status, refused.problem.code]).toEqual([422, 'mail_not_configured']);
});

test('once there is a mail server they leave when asked to, except links that were not kept', async () => {
  await queueTwo();
  const { mailer } = house.services;
  Object.assign(house.services, { mailer: { ...mailer, configured: true } });
  try {
    expect((await admin.call(retryMails, { body: {} })).body).toEqual({ queued: 1 });
  } finally {
    Object.assign(house.services, { mailer });
  }
  expect((await admin.call(overview, {})).body.mails).toEqual({ waiting: 1, held: 0, failed: 0, notConfigured: 1 });
});

test('a job that fails for one organisation is shown there with its problem until it goes through again', async () => {
  const sweep = house.services.registry.sweeps.find(({ name }) => name === 'mail.send')!;
  let broken = true;
  const runner = new SweepRunner(house.services, {
    ...sweep,
    due: 'sweep.organizations',
    run: async ({ orgId: each }) => {
      if (broken && each === orgId) throw new Error('the disk is full');
      return false;
    },
  });
  const round = async () => {
    runner.wake();
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
  };
  const shown = async () => (await admin.call(overview, {})).body.sweeps.find(({ name }) => name === 'mail.send');
  await round();
  expect(await shown()).toMatchObject({
    ranAt: '2026-03-18T02:12:00.000Z',
    failing: { problem: 'the disk is full', times: 1 },
  });
  broken = false;
  await round();
  await runner.stop();
  expect(await shown()).toMatchObject({ failing: null });
});
