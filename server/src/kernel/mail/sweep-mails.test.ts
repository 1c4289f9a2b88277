import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import type { Services } from '../house/services.ts';
import { createMailer } from './index.ts';
import { queueMails } from './outgoing.ts';
import { sweepMails } from './sweep-mails.ts';

const MINUTE = 60_000;

interface Received {
  readonly to: string;
  readonly text: string;
}

let house: TestHouse;
let orgId: string;
let server: SMTPServer | undefined;
let received: Received[];
/** Answers of the server to the next recipients: 0 accepts. */
let refusals: number[];

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  house.time.set(TEST_START);
  received = [];
  refusals = [];
  ({ orgId } = await company({ rep: { role: 'representative' } }));
});

afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

/** The house with a real mail server behind it. */
async function withMailServer(): Promise<Services> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      const responseCode = refusals.shift() ?? 0;
      done(responseCode ? Object.assign(new Error('not now'), { responseCode }) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        received.push({ to: recipient!.address, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}?tls=off`, from: 'Dealtrail <crm@example.test>' });
  return { ...house.services, mailer };
}

const params = { recipientName: '李想', clockName: '首次跟进', recordTitle: '晨星科技', dueAt: '2026-03-19T02:12:00Z' };

async function queue(services: Services, recipients: string[]): Promise<void> {
  await services.database.write({ orgId, actorId: null, operation: 't', requestId: 't' }, (tx) =>
    queueMails(
      tx,
      services.mailer,
      recipients.map((to) => ({ to, kind: 'clock_warning' as const, locale: 'zh' as const, params })),
    ),
  );
}

interface Kept {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly problem: string | null;
  readonly nextTryAt: Date | null;
}

const kept = () =>
  house.services.database.readRows<Kept>(orgId, {
    text: 'select id, state, attempts, problem, next_try_at from seen.mails where org_id = $1 order by recipient',
    values: [orgId],
  });

test('a queued mail is sent once, with an id of its own that stays the same', async () => {
  const services = await withMailServer();
  await queue(services, ['li@example.test']);
  await sweepMails.run({ orgId, services });
  await sweepMails.run({ orgId, services });
  expect(received.map(({ to }) => to)).toEqual(['li@example.test']);
  const [mail] = await kept();
  expect(mail).toMatchObject({ state: 'sent', attempts: 1, problem: null, nextTryAt: null });
  expect(received[0]!.text).toContain(`Message-ID: <${mail!.id}@127.0.0.1>`);
});

test('two nodes sending at once send each mail once', async () => {
  const services = await withMailServer();
  await queue(
    services,
    Array.from({ length: 30 }, (_, i) => `p${i}@example.test`),
  );
  await Promise.all([sweepMails.run({ orgId, services }), sweepMails.run({ orgId, services })]);
  expect(received).toHaveLength(30);
  expect(new Set(received.map(({ to }) => to)).size).toBe(30);
});

test('a mail refused for now is tried again later, and a node that died gives its mails back', async () => {
  const services = await withMailServer();
  await queue(services, ['li@example.test']);
  refusals = [451];
  await sweepMails.run({ orgId, services });
  expect(await kept()).toMatchObject([
    { state: 'waiting', attempts: 1, nextTryAt: new Date(house.time.now().getTime() + MINUTE) },
  ]);
  house.time.advance(MINUTE - 1);
  await sweepMails.run({ orgId, services });
  expect(received).toEqual([]);
  house.time.advance(1);
  // This node dies before it sends what it took on.
  await expect(sweepMails.run({ orgId, services: dying(services) })).rejects.toThrow('the process is gone');
  await sweepMails.run({ orgId, services });
  expect(received).toEqual([]);
  house.time.advance(15 * MINUTE);
  await sweepMails.run({ orgId, services });
  expect(received).toHaveLength(1);
  expect(await kept()).toMatchObject([{ state: 'sent', attempts: 3 }]);
});

/** The same house in a process that ends before the first mail is sent and notes nothing any more. */
function dying(services: Services): Services {
  const gone = () => Promise.reject(new Error('the process is gone'));
  let writes = 0;
  const write: Services['database']['write'] = (...given) => {
    writes += 1;
    return writes > 1 ? gone() : services.database.write(...given);
  };
  const database: Services['database'] = Object.create(services.database, { write: { value: write } });
  return { ...services, database, mailer: { configured: true, send: gone } };
}

test('a mail refused for good is shown as failed with the reason and not tried on', async () => {
  const services = await withMailServer();
  await queue(services, ['a@example.test', 'b@example.test']);
  refusals = [550];
  await sweepMails.run({ orgId, services });
  house.time.advance(24 * 60 * MINUTE);
  await sweepMails.run({ orgId, services });
  const rows = await kept();
  expect(rows.map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
  expect(rows.find(({ state }) => state === 'failed')!.problem).toContain('not now');
});

test('without a mail server a mail is kept and shown as not sent, and stays so', async () => {
  await queue(house.services, ['li@example.test']);
  await house.drain(orgId);
  expect(await kept()).toMatchObject([{ state: 'not_configured', attempts: 0 }]);
});

test('mails left waiting when the mail server is taken away are shown as not sent', async () => {
  const services = await withMailServer();
  await queue(services, ['li@example.test']);
  await house.drain(orgId);
  expect(await kept()).toMatchObject([{ state: 'not_configured' }]);
});
