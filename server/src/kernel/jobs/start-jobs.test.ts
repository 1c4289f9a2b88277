import pg from 'pg';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, company, type TestHouse, testHouse } from '../../testing/test-house.ts';
import { testDatabase } from '../../testing/test-database.ts';
import { failing, heard, makeSample, sampleChapter, titleOf, touchSample } from '../clocks/testing/sample-chapter.ts';
import { loginsFrom, migrate } from '../db/index.ts';
import { relayEvents } from '../events/index.ts';
import { installJobs } from './index.ts';
import { carryInto, openQueue } from './start-jobs.ts';
import { REACT } from './queues.ts';

alsoOpen(sampleChapter);

let house: TestHouse;
let orgId: string;
let sample: string;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  house = await testHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
});

beforeEach(async () => {
  failing.on = false;
  heard.length = 0;
  ({ orgId } = await company({ rep: { role: 'representative' } }));
  sample = await makeSample(house.services, orgId, { memberId: null }, 'A');
});

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function until<Value>(look: () => Value | Promise<Value>, ready: (value: Value) => boolean): Promise<Value> {
  let value = await look();
  for (let i = 0; i < 400 && !ready(value); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    value = await look();
  }
  return value;
}

async function touchedTitle(wanted: string): Promise<string | undefined> {
  return until(
    () => titleOf(house.services, orgId, sample),
    (title) => title === wanted,
  );
}

async function queue() {
  const { owner } = await testDatabase();
  return openQueue(house.services, loginsFrom(owner).app);
}

test('a reaction runs shortly after the commit of its fact, without waiting for a poll', async () => {
  stop = house.startJobs();
  await touchSample(house.services, orgId, sample);
  expect(await touchedTitle('A!')).toBe('A!');
  const begun = performance.now();
  await touchSample(house.services, orgId, sample);
  expect(await touchedTitle('A!!')).toBe('A!!');
  // Polls are 2 seconds apart; the nudge is what makes it fast.
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('facts of a process that died before its relay are relayed by the next one', async () => {
  await touchSample(house.services, orgId, sample);
  stop = house.startJobs();
  expect(await touchedTitle('A!')).toBe('A!');
});

test('a job of a process that died between relay and reaction is done by the next one, once', async () => {
  await touchSample(house.services, orgId, sample);
  const dying = await queue();
  await relayEvents(house.services, orgId, carryInto(dying));
  await dying.insert(
    REACT,
    (await dying.findJobs(REACT)).map(({ data }) => ({ data: data as object })),
  );
  await dying.stop({ graceful: false });
  stop = house.startJobs();
  expect(await touchedTitle('A!')).toBe('A!');
  await stop();
  stop = undefined;
  expect(await titleOf(house.services, orgId, sample)).toBe('A!');
});

test('a failed reaction is tried again and stands once', async () => {
  failing.on = true;
  stop = house.startJobs();
  await touchSample(house.services, orgId, sample);
  const looking = await queue();
  await until(
    () => looking.findJobs(REACT, { data: { orgId, reaction: 'samples.count_touches' } }),
    (jobs) => jobs.some((job) => job.state === 'retry'),
  );
  failing.on = false;
  await looking.stop({ graceful: false });
  expect(await touchedTitle('A!')).toBe('A!');
}, 30_000);

test('what fails every try comes to its organisation as a dead letter with its reason', async () => {
  const sender = await queue();
  const job = { orgId, eventId: sample, reaction: 'samples.gone' };
  await sender.insert(REACT, [{ data: job, retryLimit: 0 }]);
  await sender.stop({ graceful: false });
  stop = house.startJobs();
  const [letter] = await until(
    () =>
      house.services.database.readRows<Record<string, unknown>>(orgId, {
        text: 'select event_id, reaction, problem, tries, state from seen.dead_letters where org_id = $1',
        values: [orgId],
      }),
    (found) => found.length > 0,
  );
  expect(letter).toEqual({
    eventId: sample,
    reaction: 'samples.gone',
    problem: 'no chapter brings the reaction samples.gone',
    tries: 1,
    state: 'open',
  });
}, 20_000);

test('a queue made from an older package or other queues is made anew at the next start, without a migration', async () => {
  const { owner } = await testDatabase();
  const client = new pg.Client(owner);
  await client.connect();
  const made = async () =>
    (await client.query(`select obj_description('pgboss'::regnamespace, 'pg_namespace') as made`)).rows[0]
      .made as string;
  try {
    const now = await made();
    expect(now).toMatch(/^pg-boss \d+, queues /);
    await client.query(
      `comment on schema pgboss is 'pg-boss 1, queues none'; update pgboss.queue set retry_limit = 1 where name = '${REACT}'`,
    );
    expect(await migrate(loginsFrom(owner), installJobs)).toEqual([]);
    expect(await made()).toBe(now);
    const { rows } = await client.query(`select retry_limit from pgboss.queue where name = $1`, [REACT]);
    expect(rows).toEqual([{ retry_limit: 12 }]);
  } finally {
    await client.end();
  }
});

test('the upkeep of the queue needs no right of its owner', async () => {
  const keeper = await queue();
  const errors: Error[] = [];
  keeper.on('error', (error) => errors.push(error));
  await keeper.supervise();
  expect(errors).toEqual([]);
  await expect(keeper.getDb().executeSql('create table pgboss.mine (id int)')).rejects.toThrow('permission denied');
  await keeper.stop({ graceful: false });
});

test('jobs that never began can be stopped', async () => {
  await house.startJobs()();
  expect(heard).toEqual([]);
});
