import { resetPassword, session, signIn } from '@dealtrail/protocol/auth';
import {
  endMemberSessions,
  getMemberAccess,
  getOwnAccount,
  listSignIns,
  makeResetLink,
  resetMemberFactor,
  updateMember,
  updateOwnAccount,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { ask, enter, givePassword, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { confirmFactor, prepareFactor } from '../../../kernel/auth/second-factor.ts';
import { codeAt, stepAt } from '../../../kernel/auth/totp.ts';

const people = {
  admin: { role: 'administrator', name: '林向晚' },
  rep: { role: 'representative', name: '周予安' },
  mate: { role: 'representative' },
} as const;

async function withSecondStep(caller: Caller): Promise<void> {
  const { services, time } = await testHouse();
  const origin = { orgId: caller.orgId, actorId: caller.memberId, operation: 'testing.factor', requestId: 'test' };
  await services.database.write(origin, async (tx) => {
    const key = services.accounts.factorKey;
    const secret = await prepareFactor(tx, caller.memberId, key);
    await confirmFactor(tx, caller.memberId, codeAt(secret, stepAt(time.now())), key);
  });
}

test('an administrator hands over a reset link without any mail, and the member is in with the new password', async () => {
  const { admin, rep } = await company(people);
  const email = await givePassword(rep);
  const cookie = await enter(rep);
  const first = (await admin.call(makeResetLink, { params: { id: rep.memberId } })).body;
  const { status, body } = await admin.call(makeResetLink, { params: { id: rep.memberId } });
  expect([status, body.link]).toEqual([201, expect.stringMatching(/^http.+\/reset-password#rst_/)]);
  const set = (link: string) =>
    ask(resetPassword, { body: { token: link.split('#')[1] ?? '', password: '江畔何人初见月 88' } });
  expect((await set(first.link)).status).toBe(410);
  expect((await set(body.link)).status).toBe(204);
  expect((await ask(session, {}, { cookie })).status).toBe(401);
  const again = await ask(signIn, { body: { identifier: email, password: '江畔何人初见月 88' } });
  expect(again.status).toBe(200);
  const log = (await admin.call(listSignIns, { query: { memberId: rep.memberId } })).body.items;
  expect(log.map(({ event, actorName }) => [event, actorName])).toEqual([
    ['signed_in', null],
    ['password_reset', null],
    ['reset_link_made', '林向晚'],
    ['reset_link_made', '林向晚'],
    ['signed_in', null],
  ]);
});

test('who is not active gets no reset link', async () => {
  const { admin, rep } = await company(people);
  await admin.call(updateMember, { params: { id: rep.memberId }, body: { version: 1, active: false } });
  const answer = await admin.call(makeResetLink, { params: { id: rep.memberId } });
  expect([answer.status, answer.problem.code]).toEqual([409, 'member_inactive']);
});

test('an administrator ends every session of a member at once', async () => {
  const { admin, rep, mate } = await company(people);
  const [one, two, other] = [await enter(rep), await enter(rep), await enter(mate)];
  expect((await admin.call(getMemberAccess, { params: { id: rep.memberId } })).body).toMatchObject({ sessions: 2 });
  expect((await admin.call(endMemberSessions, { params: { id: rep.memberId } })).body).toEqual({ ended: 2 });
  const statuses = [];
  for (const cookie of [one, two, other]) statuses.push((await ask(session, {}, { cookie })).status);
  expect(statuses).toEqual([401, 401, 200]);
});

test('an administrator resets a lost second step; it is told in log and audit', async () => {
  const { services } = await testHouse();
  const { admin, rep } = await company(people);
  const email = await givePassword(rep);
  await withSecondStep(rep);
  const body = { identifier: email, password: PASSWORD };
  expect((await ask(signIn, { body })).problem.code).toBe('second_factor_needed');
  expect((await admin.call(resetMemberFactor, { params: { id: rep.memberId } })).status).toBe(204);
  expect((await ask(signIn, { body })).status).toBe(200);
  expect((await admin.call(resetMemberFactor, { params: { id: rep.memberId } })).problem.code).toBe(
    'second_factor_off',
  );
  const told = await services.database.readRows<{ actorId: string }>(rep.orgId, {
    text: `select actor_id from seen.audit where org_id = $1 and record_id = $2 and operation = 'organization.resetMemberFactor'`,
    values: [rep.orgId, rep.memberId],
  });
  expect(told).toEqual([{ actorId: admin.memberId }]);
});

test('the log of a company holds its own members only, and is no business of a representative', async () => {
  const [{ admin, rep }, other] = [await company(people), await company(people)];
  await Promise.all([enter(rep), enter(other.rep)]);
  const log = (await admin.call(listSignIns, { query: {} })).body;
  expect(log.items.map(({ memberName, event, peer }) => [memberName, event, peer])).toEqual([
    ['周予安', 'signed_in', '203.0.113.9'],
  ]);
  expect((await admin.call(listSignIns, { query: { memberId: other.rep.memberId } })).body.items).toEqual([]);
  expect((await rep.call(listSignIns, { query: {} })).status).toBe(403);
});

test('the log is read page by page without a gap', async () => {
  const { services, time } = await testHouse();
  const { admin, rep } = await company(people);
  for (let line = 0; line < 53; line += 1)
    await services.database.writes.query(
      `insert into auth.sign_in_log (id, at, org_id, member_id, event) values ($1, $2, $3, $4, 'signed_in')`,
      [time.newId(), time.now(), rep.orgId, rep.memberId],
    );
  const first = (await admin.call(listSignIns, { query: {} })).body;
  const second = (await admin.call(listSignIns, { query: { before: first.nextBefore ?? '' } })).body;
  expect([first.items.length, second.items.length, second.nextBefore]).toEqual([50, 3, null]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
});

test('a member changes the own name and mobile, and signs in with it', async () => {
  const { rep, mate } = await company(people);
  await givePassword(rep);
  const { version } = (await rep.call(getOwnAccount, {})).body;
  const change = (body: { version: number; name?: string; mobile?: string | null }) =>
    rep.call(updateOwnAccount, { body });
  const changed = await change({ version, name: '周予安 Ann', mobile: '+86 139-0000-2046' });
  expect([changed.status, changed.body]).toMatchObject([200, { name: '周予安 Ann', mobile: '+8613900002046' }]);
  expect((await ask(signIn, { body: { identifier: '13900002046', password: PASSWORD } })).status).toBe(200);
  expect((await change({ version })).status).toBe(409);
  const wrong = await change({ version: changed.body.version, mobile: '12' });
  expect([wrong.status, wrong.problem.fields?.[0]?.path]).toEqual([422, 'mobile']);
  const own = (await mate.call(getOwnAccount, {})).body.version;
  const taken = await mate.call(updateOwnAccount, { body: { version: own, mobile: '139 0000 2046' } });
  expect([taken.status, taken.problem.code]).toEqual([409, 'mobile_taken']);
});
