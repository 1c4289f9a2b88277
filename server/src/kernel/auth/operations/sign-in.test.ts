import { listOwnSignIns, session, signIn, signOut } from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { gates } from '../attempts.ts';
import { ask, enter, givePassword, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

const people = { admin: { role: 'administrator' }, rep: { role: 'representative' } } as const;

/** Each test guesses from an address of its own. */
let address = 1;
const peer = () => `198.51.100.${(address += 1)}`;

async function name(caller: Caller, mobile: string | null, staffNumber: string | null): Promise<void> {
  const { services } = await testHouse();
  const origin = { orgId: caller.orgId, actorId: null, operation: 'testing.name', requestId: 'test' };
  await services.database.write(origin, (tx) =>
    tx.run({
      text: 'update app.members set mobile = $3, staff_number = $4 where org_id = $1 and id = $2',
      values: [caller.orgId, caller.memberId, mobile, staffNumber],
    }),
  );
}

const tryAs = (identifier: string, password: string, from: string) =>
  ask(signIn, { body: { identifier, password } }, { peer: from });

test('one signs in by e-mail, mobile or staff number, however they are written', async () => {
  const { rep } = await company(people);
  const email = await givePassword(rep);
  await name(rep, '+8613895672046', 'HC-0042');
  const from = peer();
  const written = [
    email.toUpperCase(),
    ` ${email}`,
    '13895672046',
    '+86 138-9567-2046',
    '１３８９５６７２０４６',
    'hc-0042',
    'ＨＣ-００４２',
  ];
  for (const identifier of written) {
    const answer = await tryAs(identifier, PASSWORD, from);
    expect([identifier, answer.status, answer.body.member?.id]).toEqual([identifier, 200, rep.memberId]);
  }
});

test('a wrong password, an unknown and an ambiguous name answer alike', async () => {
  const [{ rep }, other] = [await company(people), await company(people)];
  await Promise.all([givePassword(rep), givePassword(other.rep)]);
  await name(rep, null, 'SAME-1');
  await name(other.rep, null, 'SAME-1');
  const from = peer();
  const known = await tryAs(await givePassword(rep), 'not the password', from);
  expect([known.status, known.problem.code]).toEqual([401, 'wrong_credentials']);
  for (const identifier of ['nobody@nowhere.test', '13800009999', 'NO-1', '', '<>']) {
    const answer = await tryAs(identifier, 'not the password', from);
    expect([answer.status, answer.body]).toEqual([401, known.body]);
  }
  const ambiguous = await tryAs('same-1', PASSWORD, from);
  expect([ambiguous.status, ambiguous.body]).toEqual([401, known.body]);
});

test('known and unknown names are held back after the same five wrong tries, and let in after 15 minutes', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const email = await givePassword(rep);
  for (const identifier of [email, `unknown.${email}`]) {
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push((await tryAs(identifier, 'wrong wrong', peer())).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  }
  expect((await tryAs(email, PASSWORD, peer())).status).toBe(429);
  time.advance(15 * 60_000);
  expect((await tryAs(email, PASSWORD, peer())).status).toBe(200);
});

test('guesses by several names of one account add up', async () => {
  const { rep } = await company(people);
  const email = await givePassword(rep);
  await name(rep, '+8613811112046', 'ADD-UP');
  for (const identifier of [email, '13811112046'])
    for (let tries = 0; tries < 5; tries += 1) await tryAs(identifier, 'wrong wrong', peer());
  const third = await tryAs('add-up', PASSWORD, peer());
  expect([third.status, third.problem.code]).toEqual([401, 'wrong_credentials']);
});

test('one address that tries one password on many accounts is held back at the fiftieth', async () => {
  const { services } = await testHouse();
  const from = peer();
  for (let tries = 0; tries < 49; tries += 1) services.accounts.attempts.failed([gates.peer(from)]);
  expect((await tryAs('spray1@nowhere.test', 'Spring2026!!', from)).status).toBe(401);
  expect((await tryAs('spray2@nowhere.test', 'Spring2026!!', from)).status).toBe(429);
  expect((await tryAs('spray2@nowhere.test', 'Spring2026!!', peer())).status).toBe(401);
});

test('a header that names another address changes nothing', async () => {
  const { rep } = await company(people);
  const email = await givePassword(rep);
  const from = peer();
  for (let tries = 0; tries < 6; tries += 1) {
    const answer = await ask(
      signIn,
      { body: { identifier: email, password: 'wrong wrong' } },
      { peer: from, headers: { 'x-forwarded-for': `10.0.0.${tries}`, forwarded: `for=10.0.0.${tries}` } },
    );
    expect(answer.status).toBe(tries < 5 ? 401 : 429);
  }
});

test('who is not active, or has another company’s name, comes in nowhere', async () => {
  const { services } = await testHouse();
  const { rep, admin } = await company(people);
  const email = await givePassword(rep);
  await name(rep, null, 'GONE-1');
  const origin = { orgId: rep.orgId, actorId: null, operation: 'testing.end', requestId: 'test' };
  await services.database.write(origin, (tx) =>
    tx.run({
      text: 'update app.members set active = false where org_id = $1 and id = $2',
      values: [rep.orgId, rep.memberId],
    }),
  );
  for (const identifier of [email, 'GONE-1']) expect((await tryAs(identifier, PASSWORD, peer())).status).toBe(401);
  expect((await admin.call(session, {})).status).toBe(200);
});

test('a sign-in gives a new session, and the one the browser came with stays what it was', async () => {
  const { rep } = await company(people);
  const email = await givePassword(rep);
  const body = { identifier: email, password: PASSWORD };
  const preset = 'dealtrail.session_token=chosen.by-an-attacker';
  const { cookie } = await ask(signIn, { body }, { cookie: preset, peer: peer() });
  expect(cookie).not.toContain('chosen');
  expect((await ask(session, {}, { cookie: preset })).status).toBe(401);
  expect((await ask(session, {}, { cookie })).status).toBe(200);
});

test('only a hash of the session is kept', async () => {
  const { services } = await testHouse();
  const { rep } = await company(people);
  const cookie = decodeURIComponent(await enter(rep));
  const token = cookie.slice(cookie.indexOf('=') + 1, cookie.lastIndexOf('.'));
  const { rows } = await services.database.writes.query(`select s::text as row from auth."session" s`);
  expect(token.length).toBeGreaterThan(40);
  expect(rows.filter(({ row }) => String(row).includes(token))).toEqual([]);
});

test('the log tells a member every sign-in and failure, with the name and the address masked', async () => {
  const { rep, admin } = await company(people);
  const from = '203.0.113.77';
  const email = await givePassword(rep);
  await tryAs(email, 'wrong wrong', from);
  const { cookie } = await tryAs(email, PASSWORD, from);
  await ask(signOut, {}, { cookie, peer: from });
  const own = (await rep.call(listOwnSignIns, {})).body.items;
  expect(own.map(({ event }) => event)).toEqual(['signed_out', 'signed_in', 'wrong_password']);
  expect(own[2]).toMatchObject({
    memberId: rep.memberId,
    actorId: null,
    peer: '203.0.113.*',
    browser: 'chrome',
    system: 'windows',
  });
  expect(JSON.stringify(own)).not.toContain(email);
  expect((await admin.call(listOwnSignIns, {})).body.items).toEqual([]);
});

test('nobody who serves requests can change the log', async () => {
  const { services } = await testHouse();
  const change = (text: string) => services.database.writes.query(text).catch(({ code }: { code: string }) => code);
  expect(await change(`update auth.sign_in_log set event = 'x'`)).toBe('42501');
  expect(await change('delete from auth.sign_in_log')).toBe('42501');
});
