import { session, signIn } from '@dealtrail/protocol/auth';
import {
  admitMember,
  createJoinLink,
  joinByLink,
  listJoinLinks,
  listWaitingMembers,
  openJoinLink,
  revokeJoinLink,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { ask, PASSWORD } from '../../../testing/at-the-door.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

const people = { admin: { role: 'administrator', department: 'North' }, rep: { role: 'representative' } } as const;
const many = { roleKeys: ['representative'], needsApproval: false, mostUses: 3, days: 7 };

async function linkBy(admin: Caller, change: Partial<typeof many> & { departmentId?: string } = {}) {
  const made = await admin.call(createJoinLink, { body: { ...many, ...change } });
  return { id: made.body.id, token: made.body.link.split('#')[1] ?? '' };
}

let serial = 0;
const join = (token: string, change: { email?: string; mobile?: string; password?: string } = {}) =>
  ask(joinByLink, {
    body: { token, name: '新同事', email: `join${(serial += 1)}@links.test`, password: PASSWORD, ...change },
  });

test('several people join one department by one link, each with the fixed roles, until its places are taken', async () => {
  const { admin, department } = await company(people);
  const { token } = await linkBy(admin, { departmentId: department('North'), mostUses: 2 });
  expect((await ask(openJoinLink, { body: { token } })).body).toMatchObject({
    departmentName: 'North',
    needsApproval: false,
  });
  const joined = await join(token, { mobile: '137 0000 1001' });
  expect([joined.status, joined.body.session?.member.departmentName]).toEqual([201, 'North']);
  expect((await ask(session, {}, { cookie: joined.cookie })).body.member.roles.map(({ key }) => key)).toEqual([
    'representative',
  ]);
  const rest = await Promise.all([join(token), join(token)]);
  expect(rest.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410]);
  expect((await admin.call(listJoinLinks, {})).body.items).toMatchObject([{ uses: 2, mostUses: 2, state: 'used_up' }]);
});

test('where somebody has to let them in, a new member waits and cannot sign in before', async () => {
  const { admin } = await company(people);
  const { token } = await linkBy(admin, { needsApproval: true });
  const email = 'waiting@links.test';
  const joined = await join(token, { email });
  expect([joined.status, joined.body.session, joined.cookie]).toEqual([201, null, '']);
  const enter = () => ask(signIn, { body: { identifier: email, password: PASSWORD } }, { peer: '198.51.100.66' });
  expect((await enter()).problem.code).toBe('wrong_credentials');
  const [waiting] = (await admin.call(listWaitingMembers, {})).body.items;
  expect(waiting).toMatchObject({ name: '新同事', email, roleKeys: ['representative'] });
  const admit = (admitted: boolean) =>
    admin.call(admitMember, { params: { id: waiting?.id ?? '' }, body: { admitted } });
  expect((await admit(true)).status).toBe(204);
  expect((await enter()).status).toBe(200);
  expect((await admit(false)).problem.code).toBe('member_not_waiting');
  expect((await enter()).status).toBe(200);
});

test('who is turned away stays outside', async () => {
  const { admin } = await company(people);
  const { token } = await linkBy(admin, { needsApproval: true });
  const email = 'away@links.test';
  await join(token, { email });
  const [waiting] = (await admin.call(listWaitingMembers, {})).body.items;
  await admin.call(admitMember, { params: { id: waiting?.id ?? '' }, body: { admitted: false } });
  expect((await admin.call(listWaitingMembers, {})).body.items).toEqual([]);
  expect(
    (await ask(signIn, { body: { identifier: email, password: PASSWORD } }, { peer: '198.51.100.67' })).status,
  ).toBe(401);
});

test('a link that was revoked, has aged or was changed lets nobody in', async () => {
  const { time } = await testHouse();
  const { admin } = await company(people);
  const [revoked, aged] = [await linkBy(admin), await linkBy(admin, { days: 1 })];
  expect((await admin.call(revokeJoinLink, { params: { id: revoked.id } })).status).toBe(204);
  expect((await join(revoked.token)).problem.code).toBe('invitation_invalid');
  expect((await join(`${aged.token.slice(0, -1)}_`)).status).toBe(410);
  time.advance(86_400_000);
  expect((await ask(openJoinLink, { body: { token: aged.token } })).status).toBe(410);
  expect((await join(aged.token)).status).toBe(410);
});

test('an address, a number or a password that will not do is told, and takes no place', async () => {
  const { admin } = await company(people);
  const { token } = await linkBy(admin);
  await join(token, { email: 'first@links.test', mobile: '13700001002' });
  expect((await join(token, { email: 'first@links.test' })).problem.code).toBe('email_taken');
  expect((await join(token, { mobile: '13700001002' })).problem.code).toBe('mobile_taken');
  expect((await join(token, { mobile: '12' })).problem.fields?.[0]?.path).toBe('mobile');
  expect((await join(token, { password: 'qwerty123456' })).problem.code).toBe('password_refused');
  expect((await admin.call(listJoinLinks, {})).body.items).toMatchObject([{ uses: 1 }]);
});

test('only who manages the organisation makes such links', async () => {
  const { rep } = await company(people);
  expect((await rep.call(createJoinLink, { body: many })).status).toBe(403);
});
