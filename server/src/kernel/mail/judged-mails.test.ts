import { savePreferences, saveUrgentNotices } from '@dealtrail/protocol/notifications';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import { makeSample, sampleChapter } from '../clocks/testing/sample-chapter.ts';
import type { Services } from '../house/services.ts';
import { notify } from '../notifications/index.ts';
import { createMailer } from './index.ts';
import { sweepMails } from './sweep-mails.ts';

alsoOpen({ ...sampleChapter, notices: [{ kind: 'samples.noted', app: true, mail: true }] });

const HOUR = 3_600_000;
/** 22:12 in Shanghai. */
const NIGHT = '2026-03-18T14:12:00.000Z';

let house: TestHouse;
let services: Services;
let server: SMTPServer;
let received: { to: string; subject: string; text: string; id: string }[];

function decoded(raw: string): string {
  const [, body = ''] = /\r\n\r\n([\s\S]*)$/.exec(raw) ?? [];
  const parts = [...body.matchAll(/text\/plain[\s\S]*?base64\r\n\r\n([\s\S]*?)\r\n--/g)].map(([, text = '']) => text);
  return parts.map((part) => Buffer.from(part, 'base64').toString()).join('') || body;
}

function subjectOf(raw: string): string {
  const [, folded = ''] = /^Subject: ((?:.*\r\n)(?:[ \t].*\r\n)*)/m.exec(raw) ?? [];
  return folded
    .replaceAll(/=\?UTF-8\?B\?(.*?)\?=/g, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replaceAll(/\r\n[ \t]*/g, '');
}

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  house.time.set(TEST_START);
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        received.push({
          to: session.envelope.rcptTo[0]?.address ?? '',
          subject: subjectOf(raw),
          text: decoded(raw),
          id: /^Message-ID: (.*)$/m.exec(raw)?.[1]?.trim() ?? '',
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  services = {
    ...house.services,
    mailer: createMailer({ url: `smtp://127.0.0.1:${port}?tls=off`, from: 'Dealtrail <crm@example.test>' }),
  };
});

afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});

async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North' },
    admin: { role: 'administrator' },
  });
  const record = await makeSample(house.services, here.orgId, { memberId: here.rep.memberId }, '晨星科技');
  return { ...here, record };
}

type Team = Awaited<ReturnType<typeof team>>;

const origin = (orgId: string) => ({ orgId, actorId: null, operation: 'testing', requestId: 'test' });

/** Tells the owner of the record something that also goes out by mail. */
async function tell({ orgId, rep, record }: Team, title = '晨星科技'): Promise<void> {
  await services.database.write(origin(orgId), (tx) =>
    notify(tx, services, {
      eventId: house.time.newId(),
      memberIds: [rep.memberId],
      kind: 'samples.noted',
      recordId: record,
      recordKind: 'sample',
      text: { key: 'clocks.notice.warned', params: { title, clockZh: '首次跟进', due: '2026-03-19 10:12' } },
      mail: {
        kind: 'clock_warning',
        params: { clockName: '首次跟进', recordTitle: title, dueAt: '2026-03-19T02:12:00Z' },
      },
    }),
  );
}

async function send({ orgId }: Team): Promise<void> {
  while (await sweepMails.run({ orgId, services }));
}

const kept = ({ orgId }: Team) =>
  house.services.database.readRows<{ kind: string; state: string; problem: string | null; held: boolean }>(orgId, {
    text: 'select kind, state, problem, held from seen.mails where org_id = $1 order by created_at, id',
    values: [orgId],
  });

const shown = ({ orgId }: Team) =>
  house.services.database.readRows<{ mail: string }>(orgId, {
    text: 'select mail from seen.notifications where org_id = $1 order by at, id',
    values: [orgId],
  });

test('by day a mail leaves at once', async () => {
  const here = await team();
  await tell(here);
  await send(here);
  expect(received).toHaveLength(1);
  expect(await shown(here)).toEqual([{ mail: 'sent' }]);
});

test('at night a mail waits for the morning and leaves as itself when it is alone', async () => {
  const here = await team();
  house.time.set(NIGHT);
  await tell(here);
  await send(here);
  expect(received).toEqual([]);
  expect(await kept(here)).toMatchObject([{ state: 'waiting', held: true }]);
  house.time.set('2026-03-18T23:59:59.000Z');
  await send(here);
  expect(received).toEqual([]);
  house.time.set('2026-03-19T00:00:00.000Z');
  await send(here);
  expect(received.map(({ subject }) => subject)).toEqual([expect.stringContaining('即将到期')]);
});

test('what gathered in the night leaves as one digest in the morning, and every message knows', async () => {
  const here = await team();
  house.time.set(NIGHT);
  for (const title of ['晨星科技', '远拓传动', '屿澄精密']) await tell(here, title);
  await send(here);
  house.time.advance(10 * HOUR);
  await send(here);
  expect(received).toHaveLength(1);
  expect(received[0]?.subject).toBe('免打扰时段内的 3 条通知');
  for (const title of ['晨星科技', '远拓传动', '屿澄精密'])
    expect(received[0]?.text).toContain(`· ${title}的“首次跟进”`);
  expect(await shown(here)).toEqual([{ mail: 'sent' }, { mail: 'sent' }, { mail: 'sent' }]);
  expect((await kept(here)).map(({ state }) => state)).toEqual(['gathered', 'gathered', 'gathered', 'sent']);
});

test('what the organisation marks urgent wakes people up', async () => {
  const here = await team();
  const urgent = await here.admin.call(saveUrgentNotices, { body: { kinds: ['samples.noted'] } });
  expect(urgent.status).toBe(200);
  house.time.set(NIGHT);
  await tell(here);
  await send(here);
  expect(received).toHaveLength(1);
});

test('a member’s own hours count, and none when they want none', async () => {
  const here = await team();
  const own = await here.rep.call(savePreferences, {
    body: { version: 0, quiet: { on: true, from: '10:00', to: '11:00' } },
  });
  expect(own.body).toMatchObject({ version: 1, quiet: { from: '10:00', to: '11:00' } });
  await tell(here);
  await send(here);
  expect(received).toEqual([]);
  await here.rep.call(savePreferences, { body: { version: 1, quiet: { on: false, from: '10:00', to: '11:00' } } });
  house.time.advance(HOUR);
  await send(here);
  expect(received).toHaveLength(1);
});

test('a mail switched off while it waited is withdrawn; switched off before, it is not written', async () => {
  const here = await team();
  await tell(here);
  const off = { notices: [{ kind: 'samples.noted', app: true, mail: false }] };
  expect((await here.rep.call(savePreferences, { body: { version: 0, ...off } })).status).toBe(200);
  await send(here);
  await tell(here);
  await send(here);
  expect(received).toEqual([]);
  expect(await kept(here)).toMatchObject([{ state: 'withdrawn', problem: 'switched_off' }]);
  expect(await shown(here)).toEqual([{ mail: 'withdrawn' }, { mail: 'none' }]);
});

test('whoever sees the record no more when the mail is to leave gets none, alone or in a digest', async () => {
  const here = await team();
  house.time.set(NIGHT);
  await tell(here);
  await tell(here);
  await send(here);
  const away = {
    text: 'update app.records set owner_id = $3 where org_id = $1 and id = $2',
    values: [here.orgId, here.record, here.admin.memberId],
  };
  await services.database.write(origin(here.orgId), (tx) => tx.run(away));
  house.time.advance(10 * HOUR);
  await send(here);
  expect(received).toEqual([]);
  expect((await kept(here)).map(({ state, problem }) => [state, problem])).toEqual([
    ['withdrawn', 'not_visible'],
    ['withdrawn', 'not_visible'],
  ]);
});
