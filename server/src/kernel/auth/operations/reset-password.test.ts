import {
  changePassword,
  openPasswordReset,
  requestPasswordReset,
  resetPassword,
  session,
  signIn,
} from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { ask, enter, givePassword, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { createMailer } from '../../mail/index.ts';
import { insertPasswordReset } from '../password-reset.ts';

const people = { rep: { role: 'representative', name: '周予安' }, mate: { role: 'representative' } } as const;
const NEW = '江畔何人初见月 88';

async function linkFor(caller: Caller): Promise<string> {
  const { services } = await testHouse();
  const origin = { orgId: caller.orgId, actorId: null, operation: 'testing.reset', requestId: 'test' };
  return (await services.database.write(origin, (tx) => insertPasswordReset(tx, caller.memberId))).token;
}

const use = (token: string, password = NEW) => ask(resetPassword, { body: { token, password } });
const enters = async (identifier: string, password: string) =>
  (await ask(signIn, { body: { identifier, password } }, { peer: '198.51.100.200' })).status;

test('a reset link sets a new password once, ends every session and signs nobody in', async () => {
  const { rep } = await company(people);
  const cookie = await enter(rep);
  const token = await linkFor(rep);
  expect((await ask(openPasswordReset, { body: { token } })).status).toBe(200);
  const used = await use(token);
  expect([used.status, used.cookie]).toEqual([204, '']);
  expect((await ask(session, {}, { cookie })).status).toBe(401);
  const again = await use(token, '另一个很长的新密码 7');
  expect([again.status, again.problem.code]).toEqual([410, 'reset_invalid']);
  const email = (await rep.call(session, {})).body.member.email;
  expect([await enters(email, PASSWORD), await enters(email, NEW)]).toEqual([401, 200]);
});

test('of two who use one link at once, one sets the password', async () => {
  const { rep } = await company(people);
  await givePassword(rep);
  const token = await linkFor(rep);
  const answers = await Promise.all([use(token), use(token, '另一个很长的新密码 7')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410]);
});

test('a link is worthless once a newer one was made, after 30 minutes, and after a change of the password', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const [older, newer] = [await linkFor(rep), await linkFor(rep)];
  expect((await use(older)).status).toBe(410);
  time.advance(30 * 60_000);
  expect((await ask(openPasswordReset, { body: { token: newer } })).status).toBe(410);
  expect((await use(newer)).status).toBe(410);
  const third = await linkFor(rep);
  const cookie = await enter(rep);
  await ask(changePassword, { body: { current: PASSWORD, password: NEW } }, { cookie });
  expect((await use(third)).status).toBe(410);
});

test('a token made up, changed or of another kind opens nothing, and no token is a sign-in', async () => {
  const { rep, mate } = await company(people);
  const [token, others] = [await linkFor(rep), await linkFor(mate)];
  const [head, secret] = token.split('.');
  const made = [
    `${head}.${others.split('.')[1]}x`,
    `${head}.${secret?.slice(1)}A`,
    `inv_${token}`,
    'rst_',
    '',
    head ?? '',
  ];
  for (const forged of made) expect((await use(forged)).status).toBe(410);
  const bearer = await ask(session, {}, { headers: { authorization: `Bearer ${token}` } });
  expect(bearer.status).toBe(401);
});

test('a password that is easily guessed is refused at its field, and the link stays good', async () => {
  const { rep } = await company(people);
  const token = await linkFor(rep);
  const weak = await use(token, 'qwerty123456');
  expect([weak.status, weak.problem.code, weak.problem.fields?.[0]?.code]).toEqual([
    422,
    'password_refused',
    'password_frequent',
  ]);
  expect((await use(token, '周予安周予安周予安1')).problem.fields?.[0]?.code).toBe('password_personal');
  expect((await use(token)).status).toBe(204);
});

test('whoever asks for a mail hears the same, whether there is an account', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const email = await givePassword(rep);
  const ways = async () => {
    const answers = [];
    for (const identifier of [email, 'nobody@nowhere.test', 'NO-7'])
      answers.push(await ask(requestPasswordReset, { body: { identifier } }, { headers: { host: 'evil.example' } }));
    return answers.map(({ status, body }) => [status, body]);
  };
  const mails = () =>
    services.database.readRows<{ recipient: string; params: { link: string } }>(orgId, {
      text: `select recipient, params from seen.mails where org_id = $1 and kind = 'password_reset'`,
      values: [orgId],
    });
  expect(new Set((await ways()).map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['[200,{"mail":"not_configured"}]']),
  );
  expect(await mails()).toEqual([]);
  const without = services.mailer;
  Object.assign(services, { mailer: createMailer({ url: 'smtp://127.0.0.1:9', from: 'a@b.test' }) });
  try {
    expect(new Set((await ways()).map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['[200,{"mail":"waiting"}]']),
    );
  } finally {
    Object.assign(services, { mailer: without });
  }
  const [mail, second] = await mails();
  expect([mail?.recipient, second]).toEqual([email, undefined]);
  expect(mail?.params.link.startsWith(`${services.config.publicUrl}/reset-password#rst_`)).toBe(true);
  expect((await use(mail?.params.link.split('#')[1] ?? '')).status).toBe(204);
});

test('a fourth request for one name within 15 minutes waits', async () => {
  const statuses = [];
  for (let tries = 0; tries < 4; tries += 1)
    statuses.push(
      (await ask(requestPasswordReset, { body: { identifier: 'often@nowhere.test' } }, { peer: '198.51.100.3' }))
        .status,
    );
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test('changing the own password asks for the old one and ends the other sessions', async () => {
  const { rep } = await company(people);
  const [here, there] = [await enter(rep), await enter(rep)];
  const change = (current: string, password = NEW) =>
    ask(changePassword, { body: { current, password } }, { cookie: here });
  const wrong = await change('not the old one');
  expect([wrong.status, wrong.problem.fields]).toMatchObject([422, [{ path: 'current', code: 'password_wrong' }]]);
  expect((await change(PASSWORD, 'short')).status).toBe(422);
  const changed = await change(PASSWORD);
  expect([changed.status, changed.body]).toEqual([200, { ended: 1 }]);
  expect([
    (await ask(session, {}, { cookie: here })).status,
    (await ask(session, {}, { cookie: there })).status,
  ]).toEqual([200, 401]);
  const byKey = await rep.call(changePassword, { body: { current: NEW, password: PASSWORD } });
  expect([byKey.status, byKey.problem.code]).toEqual([403, 'session_needed']);
});
