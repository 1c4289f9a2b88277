import { searchAudit } from '@dealtrail/protocol/audit';
import { getOrganization, updateOrganization } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';

const people = { admin: { role: 'administrator', name: '林帆' } } as const;

test('a change of the organisation itself is found in the audit with before and after', async () => {
  const { admin, orgId } = await company(people);
  const { name } = (await admin.call(getOrganization, {})).body;
  const saved = await admin.call(updateOrganization, { body: { version: 1, name: '星河智造', zone: 'Europe/Berlin' } });
  expect(saved.body).toMatchObject({ name: '星河智造', zone: 'Europe/Berlin', version: 2 });
  const found = await admin.call(searchAudit, { query: { operation: 'organization.update', recordId: orgId } });
  expect(found.body.items).toMatchObject([
    {
      actorName: '林帆',
      table: 'organizations',
      record: null,
      changes: {
        name: { before: name, after: '星河智造' },
        zone: { before: 'Asia/Shanghai', after: 'Europe/Berlin' },
      },
    },
  ]);
});

test('the same again changes nothing and is told nowhere', async () => {
  const { admin } = await company(people);
  const { name } = (await admin.call(getOrganization, {})).body;
  await admin.call(updateOrganization, { body: { version: 1, name } });
  expect((await admin.call(searchAudit, { query: { operation: 'organization.update' } })).body.items).toEqual([]);
});

test('of two who change it from the same version one is told', async () => {
  const { admin } = await company(people);
  const change = (name: string) => admin.call(updateOrganization, { body: { version: 1, name } });
  const answers = await Promise.all([change('甲'), change('乙')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});
