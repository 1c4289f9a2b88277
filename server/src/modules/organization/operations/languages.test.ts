import { getOrganization, inviteMember, updateMember, updateOrganization } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { people as house } from '../store/people-store.ts';

const people = { admin: { role: 'administrator' }, rep: { role: 'representative' } } as const;

const change = (admin: Caller, body: object, version = 1) =>
  admin.call(updateOrganization, { body: { version, ...body } });

test('an invitation is worded in the language of the organisation', async () => {
  const { admin } = await company(people);
  expect((await admin.call(getOrganization, {})).body.locale).toBe('zh');
  await change(admin, { locale: 'en', currency: 'EUR', zone: 'Europe/Berlin' });
  expect((await admin.call(getOrganization, {})).body).toMatchObject({
    locale: 'en',
    currency: 'EUR',
    zone: 'Europe/Berlin',
  });
  await admin.call(inviteMember, { body: { roleKeys: ['finance'], email: `new.${process.pid}@languages.test` } });
  const { database } = (await testHouse()).services;
  const mails = await database.readRows<{ locale: string }>(admin.orgId, {
    text: 'select locale from seen.mails where org_id = $1',
    values: [admin.orgId],
  });
  expect(mails).toEqual([{ locale: 'en' }]);
});

test('a member is written to in their own language, else in that of the organisation', async () => {
  const { admin, rep } = await company(people);
  const { database } = (await testHouse()).services;
  const origin = { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  const languages = () =>
    database.write(origin, async (tx) =>
      (await house.activeAmong(tx, [admin.memberId, rep.memberId])).map(({ name, locale }) => [name, locale]),
    );
  await admin.call(updateMember, { params: { id: rep.memberId }, body: { version: 1, locale: 'en' } });
  expect(await languages()).toEqual([
    ['admin', 'zh'],
    ['rep', 'en'],
  ]);
});

test.each([{ zone: 'Mars/Olympus' }, { zone: 'EST' }, { currency: 'ABC' }, { locale: 'fr' }])(
  'the organisation cannot have %j',
  async (body) => {
    const { admin } = await company(people);
    expect((await change(admin, body)).status).toBe(422);
  },
);

test('of two who change the organisation one is told that it changed', async () => {
  const { admin } = await company(people);
  const answers = await Promise.all([change(admin, { name: '海川' }), change(admin, { name: '海川自动化' })]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});
