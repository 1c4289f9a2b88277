import {
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
  listOwnSignIns,
  session,
  signOut,
  startSecondFactor,
} from '@dealtrail/protocol/auth';
import { listLeads } from '@dealtrail/protocol/leads';
import { resetMemberFactor, type SecondStepFor, updateOrganization } from '@dealtrail/protocol/organization';
import { openStream } from '@dealtrail/protocol/streams';
import { expect, test } from 'vitest';
import { ask, enter, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { codeAt, stepAt } from '../totp.ts';
import { readBase32 } from '../testing/read-base32.ts';

const people = { admin: { role: 'administrator' }, rep: { role: 'representative' } } as const;

const require = (admin: Caller, secondStepFor: SecondStepFor, version = 1) =>
  admin.call(updateOrganization, { body: { version, secondStepFor } });

/** Sets the second step up in a session; returns the answer to its first code. */
async function setUp(cookie: string) {
  const { secret } = (await ask(startSecondFactor, { body: { password: PASSWORD } }, { cookie })).body;
  const code = codeAt(readBase32(secret), stepAt((await testHouse()).time.now()));
  return ask(confirmSecondFactor, { body: { code } }, { cookie });
}

test('who must have a second step and has none reaches nothing but what sets it up', async () => {
  const { admin, rep } = await company(people);
  await require(admin, 'everybody');
  const cookie = await enter(rep);
  for (const [operation, input] of [
    [listLeads, {}],
    [listOwnSignIns, {}],
    [openStream, {}],
    [endSecondFactor, { body: { password: PASSWORD } }],
  ] as const) {
    const refused = await ask(operation, input as never, { cookie });
    expect([operation.id, refused.status, refused.problem.code]).toEqual([operation.id, 403, 'second_step_due']);
  }
  expect((await ask(session, {}, { cookie })).body).toMatchObject({ secondStep: 'due', member: { id: rep.memberId } });
  expect((await ask(getSecondFactor, {}, { cookie })).body).toEqual({ since: null, recoveryCodesLeft: 0 });
  expect((await ask(signOut, {}, { cookie })).status).toBe(204);
});

test('once it is set up the same session goes on, with recovery codes in hand', async () => {
  const { admin, rep } = await company(people);
  await require(admin, 'everybody');
  const cookie = await enter(rep);
  expect((await ask(listLeads, {}, { cookie })).status).toBe(403);
  expect((await setUp(cookie)).body.recoveryCodes).toHaveLength(10);
  expect((await ask(listLeads, {}, { cookie })).status).toBe(200);
  expect((await ask(session, {}, { cookie })).body.secondStep).toBe('required');
});

test('a session that was open already is held back by its next request, and let go when nobody is asked any more', async () => {
  const { admin, rep } = await company(people);
  const cookie = await enter(rep);
  expect((await ask(listLeads, {}, { cookie })).status).toBe(200);
  await require(admin, 'everybody');
  expect((await ask(listLeads, {}, { cookie })).problem.code).toBe('second_step_due');
  await require(admin, 'nobody', 2);
  expect((await ask(listLeads, {}, { cookie })).status).toBe(200);
});

test('asked of administrators, a representative signs in as before and an administrator does not', async () => {
  const { admin, rep } = await company(people);
  await require(admin, 'administrators');
  expect((await ask(listLeads, {}, { cookie: await enter(rep) })).status).toBe(200);
  expect((await ask(listLeads, {}, { cookie: await enter(admin) })).problem.code).toBe('second_step_due');
});

test('it cannot be turned off while it is asked for, and who lost it sets up another', async () => {
  const { admin, rep } = await company(people);
  const cookie = await enter(rep);
  await setUp(cookie);
  await require(admin, 'everybody');
  const kept = await ask(endSecondFactor, { body: { password: PASSWORD } }, { cookie });
  expect([kept.status, kept.problem.code]).toEqual([409, 'second_step_required']);
  await admin.call(resetMemberFactor, { params: { id: rep.memberId } });
  expect((await ask(listLeads, {}, { cookie })).status).toBe(401);
  expect((await ask(session, {}, { cookie: await enter(rep) })).body.secondStep).toBe('due');
});

test('the log tells who came in that way', async () => {
  const { admin, rep } = await company(people);
  await require(admin, 'everybody');
  const cookie = await enter(rep);
  await setUp(cookie);
  const { items } = (await ask(listOwnSignIns, {}, { cookie })).body;
  expect(items.map(({ event }) => event)).toEqual(['second_factor_on', 'second_factor_due', 'signed_in']);
});

test('a key works on: nobody types a code for it', async () => {
  const { admin, rep } = await company(people);
  await require(admin, 'everybody');
  expect((await rep.call(listLeads, {})).status).toBe(200);
});

test('a right that was just given is not refused by what was remembered', async () => {
  const { admin, rep } = await company(people);
  const cookie = await enter(rep);
  expect((await ask(updateOrganization, { body: { version: 1, name: '甲' } }, { cookie })).status).toBe(403);
  const { database } = (await testHouse()).services;
  const origin = { orgId: rep.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await database.write(origin, async (tx) => {
    await tx.run({
      text: `insert into app.member_roles (org_id, member_id, role_key) values ($1, $2, 'administrator')`,
      values: [rep.orgId, rep.memberId],
    });
    await tx.run({
      text: 'update app.members set epoch = epoch + 1 where org_id = $1 and id = $2',
      values: [rep.orgId, rep.memberId],
    });
  });
  expect((await ask(updateOrganization, { body: { version: 1, name: '甲' } }, { cookie })).status).toBe(200);
  expect((await admin.call(session, {})).body.organization.name).toBe('甲');
});
