import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { session } from '@dealtrail/protocol/auth';
import { listLeads } from '@dealtrail/protocol/leads';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { house as chapters } from '../house.ts';
import { testDatabase } from './test-database.ts';
import { type Caller, company, testHouse } from './test-house.ts';
import { readConfig } from '../kernel/config/config.ts';
import { loginsFrom } from '../kernel/db/index.ts';
import { type OpenHouse, openHouse } from '../kernel/house/open-house.ts';

let directory: string;
let small: OpenHouse;
let rep: Caller;
let mate: Caller;

beforeAll(async () => {
  const { time } = await testHouse();
  ({ rep, mate } = await company({ rep: { role: 'representative' }, mate: { role: 'representative' } }));
  directory = await mkdtemp(join(tmpdir(), 'dealtrail-limits-'));
  const config = readConfig(
    { DEALTRAIL_DATA: directory, PORT: '0', REQUESTS_PER_MINUTE: '80', TRUSTED_PROXIES: '10.0.0.0/8' },
    directory,
  );
  const { owner } = await testDatabase();
  const log = pino({ level: 'silent' });
  small = await openHouse({
    config: { ...config, poolSize: 2 },
    logins: loginsFrom(owner),
    time,
    modules: chapters,
    log,
  });
});

afterAll(async () => {
  await small.close();
  await rm(directory, { recursive: true, force: true });
});

const asMember = (who: Caller) =>
  small.app.inject({ url: `/api/v1${listLeads.path}`, headers: { authorization: `Bearer ${who.key}` } });

const asNobody = (remoteAddress: string, forwarded?: string) =>
  small.app.inject({
    url: `/api/v1${session.path}`,
    remoteAddress,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

/** The answers to many requests sent at once, so that the machine's pace fills no bucket meanwhile. */
async function statuses(count: number, send: () => Promise<{ statusCode: number }>): Promise<number[]> {
  return (await Promise.all(Array.from({ length: count }, send))).map(({ statusCode }) => statusCode);
}

test('a member who floods is told when to come back, and nobody else is held up by it', async () => {
  const answers = await statuses(40, () => asMember(rep));
  expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(20);
  expect(answers).toContain(429);
  const [held] = (await Promise.all(Array.from({ length: 5 }, () => asMember(rep)))).filter(
    ({ statusCode }) => statusCode === 429,
  );
  expect(held?.json()).toMatchObject({ code: 'too_many_requests' });
  expect(Number(held?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect((await asMember(mate)).statusCode).toBe(200);
});

test('who is not signed in is counted by the true peer, whatever a stranger writes into a header', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => asNobody('203.0.113.7', `198.51.100.${i}`)));
  expect(answers.map(({ statusCode }) => statusCode)).toContain(429);
});

test('behind a trusted proxy each client counts for itself', async () => {
  const proxy = '10.1.2.3';
  expect(await statuses(20, () => asNobody(proxy, '198.51.100.11'))).toContain(429);
  expect((await asNobody(proxy, '198.51.100.12')).statusCode).not.toBe(429);
});
