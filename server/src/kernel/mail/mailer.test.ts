import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { ConfigRefused } from '../config/config.ts';
import { createMailer, type Mail } from './mailer.ts';

const mail: Mail = {
  to: 'wang@example.com',
  subject: '首次跟进任务：北京示例科技有限公司',
  text: '请在 2026年2月24日 之前联系客户。\n',
  html: '<p>请联系客户</p>',
  messageId: '0198c0de-0000-7000-8000-000000000001',
};
const from = '商迹 <no-reply@crm.example.com>';
const patience = { stepMs: 300, wholeMs: 1000 };

type Received = { from: string | false; to: string[]; message: string };
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A mail server that keeps what it accepted. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const message = Buffer.concat(chunks).toString();
        received.push({ from: mailFrom && mailFrom.address, to: rcptTo.map(({ address }) => address), message });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  await new Promise((resolve) => listening.once('listening', resolve));
  return { port: (listening.address() as AddressInfo).port, received };
}

/** A server that says what it likes, whatever it is asked; it closes only once every client has hung up. */
async function talker(greet: (say: (line: string) => void) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {}).resume();
    greet((line) => socket.write(line));
  });
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const rejection = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

test('a mail in Chinese arrives with its stable Message-ID, and one recipient', async () => {
  const { port, received } = await mailServer();
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from });
  expect(mailer.configured).toBe(true);
  expect(await mailer.send(mail)).toEqual({ accepted: true });
  expect(await mailer.send(mail)).toEqual({ accepted: true });
  expect(received.map(({ from: sender, to }) => ({ sender, to }))).toEqual(
    [1, 2].map(() => ({ sender: 'no-reply@crm.example.com', to: ['wang@example.com'] })),
  );
  for (const { message } of received) {
    expect(message).toContain('Message-ID: <0198c0de-0000-7000-8000-000000000001@crm.example.com>');
    expect(message).toContain('Auto-Submitted: auto-generated');
    const words = message.match(/=\?UTF-8\?B\?([^?]+)\?=/g)?.map((part) => Buffer.from(part.slice(10, -2), 'base64'));
    expect(Buffer.concat(words ?? []).toString()).toContain('首次跟进任务：北京示例科技有限公司');
    expect(message).toContain(Buffer.from(mail.text.slice(0, 15)).toString('base64').slice(0, 12));
  }
});

test('without a mail server nothing is accepted and nothing is thrown', async () => {
  const mailer = createMailer({ from });
  expect(mailer.configured).toBe(false);
  expect(await mailer.send(mail)).toEqual({ accepted: false, permanent: false, reason: 'not_configured' });
});

test('a login is used', async () => {
  const { port, received } = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'u@x.cn' && password === 'p:w/' ? done(null, { user: 'u' }) : done(new Error('535 wrong')),
  });
  const send = (login: string) => createMailer({ url: `smtp://${login}@127.0.0.1:${port}`, from }).send(mail);
  expect(await send('u%40x.cn:p%3Aw%2F')).toEqual({ accepted: true });
  const refused = await send('u%40x.cn:wrong');
  expect(refused).toMatchObject({ accepted: false, permanent: false });
  expect(JSON.stringify(refused)).not.toContain('wrong@');
  expect(received).toHaveLength(1);
});

test.each([
  ['a mailbox that does not exist', { onRcptTo: (_a, _s, done) => done(rejection(550, 'no such user')) }, true],
  ['a full mailbox', { onRcptTo: (_a, _s, done) => done(rejection(452, 'over quota')) }, false],
  ['a sender that is not wanted', { onMailFrom: (_a, _s, done) => done(rejection(553, 'not allowed')) }, true],
  ['a server under load', { onMailFrom: (_a, _s, done) => done(rejection(421, 'try later')) }, false],
  [
    'a text taken for spam',
    { onData: (stream, _s, done) => void stream.resume().on('end', () => done(rejection(554, 'spam'))) },
    true,
  ],
  [
    'greylisting',
    { onData: (stream, _s, done) => void stream.resume().on('end', () => done(rejection(451, 'grey'))) },
    false,
  ],
  ['a closed door', { onConnect: (_s, done) => done(rejection(554, 'blocked')) }, false],
] satisfies [string, SMTPServerOptions, boolean][])('%s: permanent is told apart', async (_, options, permanent) => {
  const { port } = await mailServer(options);
  const result = await createMailer({ url: `smtp://127.0.0.1:${port}`, from }).send(mail);
  expect(result).toEqual({ accepted: false, permanent, reason: expect.stringMatching(/\d{3}/) });
});

test.each([
  ['says nothing', () => {}],
  ['says half a line', (say: (line: string) => void) => say('220 mail.exa')],
  ['greets and then falls silent', (say: (line: string) => void) => say('220 ready\r\n')],
  [
    'drips greetings for ever',
    (say: (line: string) => void) => {
      const dripping = setInterval(() => say('220-wait\r\n'), 50);
      open.push(() => Promise.resolve(clearInterval(dripping)));
    },
  ],
])('a server that %s is given up', async (_, greet) => {
  const port = await talker(greet);
  const result = await createMailer({ url: `smtp://127.0.0.1:${port}`, from, patience }).send(mail);
  expect(result).toMatchObject({ accepted: false, permanent: false });
});

test('a server that is gone is tried again later', async () => {
  const { port } = await mailServer();
  await Promise.all(open.splice(0).map((close) => close()));
  const result = await createMailer({ url: `smtp://127.0.0.1:${port}`, from }).send(mail);
  expect(result).toMatchObject({ accepted: false, permanent: false, reason: expect.stringContaining('ECONNREFUSED') });
});

test.each([
  ['offers no TLS', {}, 'smtp', '?tls=required'],
  ['offers TLS with a certificate of nobody', { disabledCommands: [] }, 'smtp', '?tls=required'],
  ['speaks TLS with a certificate of nobody', { secure: true }, 'smtps', ''],
] satisfies [string, SMTPServerOptions, string, string][])(
  'a server that %s gets no mail where TLS is required',
  async (_, options, scheme, query) => {
    const { port, received } = await mailServer(options);
    const result = await createMailer({ url: `${scheme}://127.0.0.1:${port}${query}`, from, patience }).send(mail);
    expect(result).toMatchObject({ accepted: false, permanent: false });
    expect(received).toEqual([]);
  },
);

test.each([
  'wang@example.com\r\nBcc: all@example.com',
  'wang@example.com, li@example.com',
  '王 <wang@example.com>',
  'wang@example.com>',
  'wang',
  '',
  `${'a'.repeat(250)}@b.cn`,
])('the recipient %j is refused for good', async (to) => {
  const { port, received } = await mailServer();
  const result = await createMailer({ url: `smtp://127.0.0.1:${port}`, from }).send({ ...mail, to });
  expect(result).toEqual({ accepted: false, permanent: true, reason: 'bad_address' });
  expect(received).toEqual([]);
});

test('a subject cannot open another header, and a Message-ID neither', async () => {
  const { port, received } = await mailServer();
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from });
  expect(await mailer.send({ ...mail, subject: 'a\r\nBcc: x@example.com\r\n\r\nb\u202e' })).toEqual({ accepted: true });
  const head = received[0]?.message.split('\r\n\r\n')[0] ?? '';
  expect(head).toContain('Subject: a Bcc: x@example.com b\r\n');
  expect(head).not.toMatch(/^Bcc:/m);
  expect(await mailer.send({ ...mail, messageId: 'a>\r\nX: y' })).toMatchObject({ accepted: false });
  expect(received).toHaveLength(1);
});

test.each(['', 'nobody', 'A <a@b.cn>\r\nBcc: c@d.cn', 'A <a@b.cn> <c@d.cn>'])(
  'the sender %j is refused at start',
  (sender) => {
    expect(() => createMailer({ from: sender })).toThrow(ConfigRefused);
  },
);
