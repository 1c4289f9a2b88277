import {
  acceptInvitation,
  inviteMember,
  openInvitation,
  revokeInvitation,
  setUp,
  setUpState,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { openSetUpDoor } from '../../../kernel/auth/set-up-door.ts';
import { company, testHouse } from '../../../testing/test-house.ts';

const password = '一个足够长的密码 2026';

async function post(path: string, payload: object, headers: Record<string, string> = {}) {
  const { app } = await testHouse();
  const answer = await app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers });
  return {
    status: answer.statusCode,
    body: answer.json(),
    cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
  };
}

async function get(path: string, cookie: string) {
  const { app } = await testHouse();
  const answer = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } });
  return { status: answer.statusCode, body: answer.json() };
}

test('the set-up door makes one administrator in the language they set up in, and closes for ever', async () => {
  const { services, app } = await testHouse();
  const token = await openSetUpDoor(services.database);
  const facts = { organizationName: '海川自动化', name: '林向晚', email: 'lin@haichuan.test', password };
  expect((await post(setUp.path, { ...facts, token: 'set_wrong' })).body.code).toBe('set_up_token_wrong');
  const made = await post(setUp.path, { ...facts, token }, { 'accept-language': 'en' });
  expect([made.status, made.body.organization.name]).toEqual([201, '海川自动化']);
  expect((await get('/organization', made.cookie)).body.locale).toBe('en');
  expect((await get('/session', made.cookie)).body.permissions['organization.manage']).toBe('all');
  expect((await post(setUp.path, { ...facts, email: 'zweite@haichuan.test', token })).status).toBe(410);
  expect((await app.inject(`/api/v1${setUpState.path}`)).json()).toEqual({ open: false });
  expect(await openSetUpDoor(services.database)).toBeUndefined();
});

test('an invitation lets exactly one of two who race through', async () => {
  const { admin } = await company({ admin: { role: 'administrator' } });
  const { body } = await admin.call(inviteMember, { body: { roleKeys: ['representative'], name: '周予安' } });
  const token = body.link.split('#')[1] ?? '';
  expect((await post(openInvitation.path, { token })).body).toMatchObject({ name: '周予安' });
  const join = (email: string) => post(acceptInvitation.path, { token, name: '周予安', email, password });
  const answers = await Promise.all([join('zhou1@race.test'), join('zhou2@race.test')]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 410]);
  const joined = answers.find(({ status }) => status === 201);
  expect((await get('/session', joined?.cookie ?? '')).body.member.roles[0].key).toBe('representative');
});

test('an invitation that was revoked or has aged seven days opens nothing', async () => {
  const { time } = await testHouse();
  const { admin } = await company({ admin: { role: 'administrator' } });
  const first = (await admin.call(inviteMember, { body: { roleKeys: ['finance'] } })).body;
  await admin.call(revokeInvitation, { params: { id: first.id } });
  expect((await post(openInvitation.path, { token: first.link.split('#')[1] })).status).toBe(410);
  const second = (await admin.call(inviteMember, { body: { roleKeys: ['finance'] } })).body;
  time.advance(7 * 86_400_000);
  expect((await post(openInvitation.path, { token: second.link.split('#')[1] })).status).toBe(410);
});

test('an address that has an account cannot be invited into a second one', async () => {
  const { admin } = await company({ admin: { role: 'administrator' } });
  const invite = async () =>
    (await admin.call(inviteMember, { body: { roleKeys: ['finance'] } })).body.link.split('#')[1];
  const email = 'taken@doors.test';
  expect((await post(acceptInvitation.path, { token: await invite(), name: '甲', email, password })).status).toBe(201);
  const again = await post(acceptInvitation.path, { token: await invite(), name: '乙', email, password });
  expect([again.status, again.body.code]).toEqual([409, 'email_taken']);
});

test('a session ends on the server at sign-out, whoever still has the cookie', async () => {
  const { app } = await testHouse();
  const { admin } = await company({ admin: { role: 'administrator' } });
  const token = (await admin.call(inviteMember, { body: { roleKeys: ['finance'] } })).body.link.split('#')[1];
  const { cookie } = await post(acceptInvitation.path, { token, name: '甲', email: 'leaving@doors.test', password });
  expect((await get('/session', cookie)).status).toBe(200);
  await app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
  expect((await get('/session', cookie)).status).toBe(401);
});

test('a cookie with a foreign signature is no cookie, and a page of another site cannot write with ours', async () => {
  const { admin } = await company({ admin: { role: 'administrator' } });
  const token = (await admin.call(inviteMember, { body: { roleKeys: ['administrator'] } })).body.link.split('#')[1];
  const { cookie } = await post(acceptInvitation.path, { token, name: '甲', email: 'cookie@doors.test', password });
  expect((await get('/session', `${cookie.slice(0, -6)}AAAAAA`)).status).toBe(401);
  const payload = { name: '外来部门' };
  const foreign = await post('/departments', payload, { cookie, 'sec-fetch-site': 'cross-site' });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'cross_site_request']);
  expect((await post('/departments', payload, { cookie, origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('/departments', payload, { cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
});
