import { searchAudit } from '@dealtrail/protocol/audit';
import { session } from '@dealtrail/protocol/auth';
import { createRole, getOrganization, listRoles, type Role, updateRole } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { runSweep } from '../../../kernel/jobs/run-sweep.ts';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { shippedPermissions } from '../rules/new-permissions.ts';
import { giveNewPermissions } from './give-new-permissions.ts';

const people = { admin: { role: 'administrator' }, boss: { role: 'supervisor', department: 'North' } } as const;

/** What an earlier version could not grant yet. */
const later = ['customers.assign', 'customers.delete', 'views.share'];

/** Makes an organisation as that version left it. */
async function past(): Promise<{ admin: Caller; boss: Caller }> {
  const { admin, boss } = await company(people);
  await sql(admin.orgId, 'update app.roles set grants = grants - $2::text[] where org_id = $1', [later]);
  const known = shippedPermissions.filter((permission) => !later.includes(permission));
  await sql(
    admin.orgId,
    'update app.organizations set known_permissions = $2, access_epoch = access_epoch + 1 where id = $1',
    [known],
  );
  return { admin, boss };
}

async function sql(orgId: string, text: string, values: unknown[]): Promise<void> {
  const { database } = (await testHouse()).services;
  const origin = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await database.write(origin, (tx) => tx.run({ text, values: [orgId, ...values] }));
}

async function start(admin: Caller): Promise<void> {
  const { failures } = await runSweep((await testHouse()).services, giveNewPermissions, admin.orgId);
  expect(failures).toEqual([]);
}

async function roleOf(admin: Caller, key: string): Promise<Role> {
  const role = (await admin.call(listRoles, {})).body.items.find((each) => each.key === key);
  if (!role) throw new Error(`there is no role ${key}`);
  return role;
}

const lines = async (admin: Caller) =>
  (await admin.call(searchAudit, { query: { operation: giveNewPermissions.name } })).body.items;

test('an organisation of the past gains what is new, as far as it ships, and nothing else', async () => {
  const { admin, boss } = await past();
  const before = (await roleOf(admin, 'supervisor')).grants;
  expect((await boss.call(session, {})).body.permissions).not.toHaveProperty(['views.share']);
  await start(admin);
  const after = await roleOf(admin, 'supervisor');
  const given = { 'customers.assign': 'tree', 'customers.delete': 'tree', 'views.share': 'tree' };
  expect(after.grants).toEqual({ ...before, ...given });
  expect(after.added.toSorted()).toEqual(later);
  expect((await boss.call(session, {})).body.permissions).toMatchObject(given);
  expect((await roleOf(admin, 'representative')).added).toEqual(['customers.delete']);
  expect((await roleOf(admin, 'finance')).added).toEqual([]);
});

test('each gain stands in the audit as done by the upgrade, and the organisation itself did not change for people', async () => {
  const { admin } = await past();
  await start(admin);
  const told = await lines(admin);
  expect(told.map(({ table, actorName }) => [table, actorName])).toEqual(told.map(() => ['roles', null]));
  expect(told.map(({ changes }) => changes['addedPermissions']?.after)).toContainEqual(['customers.delete']);
  expect((await admin.call(getOrganization, {})).status).toBe(200);
});

test('a second start, and a second process at the same moment, change nothing more', async () => {
  const { admin } = await past();
  await Promise.all([start(admin), start(admin)]);
  const once = (await lines(admin)).length;
  await start(admin);
  expect([(await lines(admin)).length, (await roleOf(admin, 'supervisor')).version]).toEqual([once, 2]);
});

test('what an administrator took away afterwards is not given back', async () => {
  const { admin } = await past();
  await start(admin);
  const role = await roleOf(admin, 'supervisor');
  const { 'views.share': _, ...grants } = role.grants;
  const saved = await admin.call(updateRole, { params: { id: role.id }, body: { version: role.version, grants } });
  expect(saved.body.added).toEqual([]);
  await start(admin);
  expect((await roleOf(admin, 'supervisor')).grants).toEqual(grants);
});

test('roles of the own making gain nothing, and a new organisation has nothing to gain', async () => {
  const { admin } = await past();
  const own = await admin.call(createRole, {
    body: { name: '大区总监', copyOf: (await roleOf(admin, 'supervisor')).id },
  });
  await start(admin);
  expect(await roleOf(admin, own.body.key)).toMatchObject({ grants: own.body.grants, added: [], version: 1 });
  const fresh = await company(people);
  await start(fresh.admin);
  expect(await lines(fresh.admin)).toEqual([]);
});
