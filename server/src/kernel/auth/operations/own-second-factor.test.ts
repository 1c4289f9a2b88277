import {
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
  listOwnSignIns,
  renewRecoveryCodes,
  session,
  signIn,
  startSecondFactor,
} from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { ask, enter, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { readBase32 } from '../testing/read-base32.ts';
import { codeAt, stepAt } from '../totp.ts';

const people = { rep: { role: 'representative' } } as const;

/** The code an app with this secret shows now, or so many steps from now. */
async function codeNow(secret: string, steps = 0): Promise<string> {
  const { time } = await testHouse();
  return codeAt(readBase32(secret), stepAt(time.now()) + steps);
}

/** A member with the second step on, signed in before it was. */
async function protectedMember(caller: Caller) {
  const cookie = await enter(caller);
  const { secret } = (await ask(startSecondFactor, { body: { password: PASSWORD } }, { cookie })).body;
  const confirmed = await ask(confirmSecondFactor, { body: { code: await codeNow(secret) } }, { cookie });
  const identifier = (await caller.call(session, {})).body.member.email;
  const withCode = (code?: string, password = PASSWORD) =>
    ask(signIn, { body: { identifier, password, ...(code ? { code } : {}) } }, { peer: '198.51.100.201' });
  return { cookie, secret, recoveryCodes: confirmed.body.recoveryCodes, withCode };
}

test('with the second step on, a right password alone opens nothing', async () => {
  const { rep } = await company(people);
  const { secret, withCode } = await protectedMember(rep);
  const without = await withCode();
  expect([without.status, without.problem.code, without.cookie]).toEqual([401, 'second_factor_needed', '']);
  expect((await withCode('000000', 'wrong password')).problem.code).toBe('wrong_credentials');
  const wrong = await withCode('000000');
  expect([wrong.status, wrong.problem.code, wrong.cookie]).toEqual([401, 'wrong_code', '']);
  const right = await withCode(await codeNow(secret, 1));
  expect([right.status, right.body.member.id]).toEqual([200, rep.memberId]);
});

test('a code works once, also when it is sent twice at the same moment', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const { secret, withCode } = await protectedMember(rep);
  expect((await withCode(await codeNow(secret))).problem.code).toBe('wrong_code');
  time.advance(30_000);
  const code = await codeNow(secret);
  const answers = await Promise.all([withCode(code), withCode(code)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  time.advance(10_000);
  expect((await withCode(code)).problem.code).toBe('wrong_code');
});

test('the sixth wrong code waits, whatever the password', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const { secret, withCode } = await protectedMember(rep);
  const codes = [];
  for (let tries = 0; tries < 5; tries += 1) codes.push((await withCode('000000')).problem.code);
  expect(codes).toEqual(Array.from({ length: 5 }, () => 'wrong_code'));
  time.advance(30_000);
  expect((await withCode(await codeNow(secret))).status).toBe(429);
});

test('each recovery code opens the door once, as it is read from paper', async () => {
  const { rep } = await company(people);
  const { recoveryCodes, withCode, cookie } = await protectedMember(rep);
  expect(new Set(recoveryCodes).size).toBe(10);
  const [code = ''] = recoveryCodes;
  expect((await withCode(code.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await withCode(code)).problem.code).toBe('wrong_code');
  expect((await ask(getSecondFactor, {}, { cookie })).body).toMatchObject({ recoveryCodesLeft: 9 });
  expect((await rep.call(listOwnSignIns, {})).body.items.map(({ event }) => event)).toContain('recovery_code_used');
  const renewed = await ask(renewRecoveryCodes, { body: { password: PASSWORD } }, { cookie });
  expect((await withCode(recoveryCodes[1] ?? '')).problem.code).toBe('wrong_code');
  expect((await withCode(renewed.body.recoveryCodes[0] ?? '')).status).toBe(200);
});

test('turning it on or off asks for the password, and turning on for a code', async () => {
  const { rep } = await company(people);
  const cookie = await enter(rep);
  const start = (password: string) => ask(startSecondFactor, { body: { password } }, { cookie });
  expect((await start('wrong')).problem.code).toBe('password_wrong');
  const started = await start(PASSWORD);
  expect(started.body.address).toMatch(/^otpauth:\/\/totp\/.+secret=[A-Z2-7]{32}&issuer=/);
  expect((await ask(getSecondFactor, {}, { cookie })).body.since).toBeNull();
  const wrong = await ask(confirmSecondFactor, { body: { code: '000000' } }, { cookie });
  expect([wrong.status, wrong.problem.fields?.[0]?.path]).toEqual([422, 'code']);
  const { secret } = (await start(PASSWORD)).body;
  expect(
    (await ask(confirmSecondFactor, { body: { code: await codeNow(started.body.secret) } }, { cookie })).status,
  ).toBe(422);
  expect((await ask(confirmSecondFactor, { body: { code: await codeNow(secret) } }, { cookie })).status).toBe(200);
  expect((await start(PASSWORD)).problem.code).toBe('second_factor_on');
  expect((await ask(endSecondFactor, { body: { password: 'wrong' } }, { cookie })).problem.code).toBe('password_wrong');
  expect((await ask(endSecondFactor, { body: { password: PASSWORD } }, { cookie })).status).toBe(204);
  expect((await ask(endSecondFactor, { body: { password: PASSWORD } }, { cookie })).problem.code).toBe(
    'second_factor_off',
  );
});

test('a key changes nothing of the second step', async () => {
  const { rep } = await company(people);
  for (const operation of [startSecondFactor, renewRecoveryCodes, endSecondFactor]) {
    const answer = await rep.call(operation, { body: { password: PASSWORD } });
    expect([answer.status, answer.problem.code]).toEqual([403, 'session_needed']);
  }
});

test('the secret and the recovery codes stand nowhere in clear, and the audit tells who turned it on', async () => {
  const { services } = await testHouse();
  const { rep } = await company(people);
  const { secret, recoveryCodes } = await protectedMember(rep);
  const rows = await services.database.readRows<{ row: string }>(rep.orgId, {
    text: 'select f::text as row from seen.second_factors f where org_id = $1 union all select a::text from seen.audit a where org_id = $1',
    values: [rep.orgId],
  });
  const kept = JSON.stringify(rows);
  for (const hidden of [
    secret,
    readBase32(secret).toString('base64url'),
    readBase32(secret).toString('hex'),
    ...recoveryCodes,
  ])
    expect(kept).not.toContain(hidden);
  const told = await services.database.readRows<{ actorId: string; changes: unknown }>(rep.orgId, {
    text: `select actor_id, changes from seen.audit where org_id = $1 and record_id = $2 and operation = 'auth.confirmSecondFactor'`,
    values: [rep.orgId, rep.memberId],
  });
  expect(told).toMatchObject([{ actorId: rep.memberId, changes: { since: { before: null } } }]);
});
