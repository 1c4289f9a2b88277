import { session } from '@dealtrail/protocol/auth';
import { listLeads } from '@dealtrail/protocol/leads';
import {
  assignRoles,
  createRole,
  deleteRole,
  listMembers,
  listPermissions,
  listRoles,
  previewRole,
  type Role,
  separateAdministrators,
  updateRole,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';

const people = {
  admin: { role: 'administrator' },
  rep: { role: 'representative', department: 'North' },
  other: { role: 'representative', department: 'North' },
} as const;

async function roleOf(admin: Caller, key: string): Promise<Role> {
  const role = (await admin.call(listRoles, {})).body.items.find((each) => each.key === key);
  if (!role) throw new Error(`there is no role ${key}`);
  return role;
}

async function give(admin: Caller, member: Caller, roleKeys: string[]) {
  const { body } = await admin.call(listMembers, {});
  const version = body.items.find(({ id }) => id === member.memberId)?.version ?? 0;
  return admin.call(assignRoles, { params: { id: member.memberId }, body: { version, roleKeys } });
}

test('a changed grant acts on the very next request of its holders and is in the log', async () => {
  const { admin, rep } = await company(people);
  expect((await rep.call(listLeads, {})).status).toBe(200);
  const role = await roleOf(admin, 'representative');
  const { 'leads.read': _, ...grants } = role.grants;
  const saved = await admin.call(updateRole, { params: { id: role.id }, body: { version: 1, grants } });
  expect([saved.status, saved.body.version]).toEqual([200, 2]);
  expect((await rep.call(listLeads, {})).status).toBe(403);
  const { database } = (await testHouse()).services;
  const log = await database.readRows<{ operation: string; actorId: string; changed: string[] }>(admin.orgId, {
    text: `select operation, actor_id, array(select jsonb_object_keys(changes)) as changed from seen.audit
      where org_id = $1 and record_id = $2 and operation <> 'testing.company'`,
    values: [admin.orgId, role.id],
  });
  expect(log).toEqual([{ operation: 'organization.updateRole', actorId: admin.memberId, changed: ['grants'] }]);
});

test('of two who edit the same role one is told that it changed', async () => {
  const { admin } = await company(people);
  const role = await roleOf(admin, 'finance');
  const rename = (name: string) => admin.call(updateRole, { params: { id: role.id }, body: { version: 1, name } });
  const answers = await Promise.all([rename('财务部'), rename('出纳')]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('a role is made from nothing or as a copy, under a name of its own', async () => {
  const { admin } = await company(people);
  const model = await roleOf(admin, 'supervisor');
  const copy = await admin.call(createRole, { body: { name: '大区总监', copyOf: model.id } });
  expect(copy.body).toMatchObject({ kind: 'own', grants: model.grants, shippedGrants: null, memberCount: 0 });
  expect((await admin.call(createRole, { body: { name: '实习生' } })).body.grants).toEqual({});
  const again = await admin.call(createRole, { body: { name: '大区总监' } });
  expect([again.status, again.problem.code]).toEqual([409, 'role_name_taken']);
});

test('a role that somebody holds stays, and so do those that ship', async () => {
  const { admin, rep } = await company(people);
  const { body: role } = await admin.call(createRole, { body: { name: '大区总监' } });
  await give(admin, rep, [role.key]);
  const held = await admin.call(deleteRole, { params: { id: role.id } });
  expect([held.status, held.problem.code, held.problem.params]).toEqual([409, 'role_in_use', { count: 1 }]);
  await give(admin, rep, []);
  expect((await admin.call(deleteRole, { params: { id: role.id } })).status).toBe(204);
  const shipped = await admin.call(deleteRole, { params: { id: (await roleOf(admin, 'finance')).id } });
  expect(shipped.problem.code).toBe('role_shipped');
});

test('nobody grants what they do not hold, neither to a role nor by giving one', async () => {
  const { admin, rep, other } = await company(people);
  const { body: clerk } = await admin.call(createRole, { body: { name: '人事' } });
  const narrow = { 'organization.read': 'all', 'organization.manageRoles': 'all', 'leads.read': 'team' } as const;
  await admin.call(updateRole, { params: { id: clerk.id }, body: { version: 1, grants: narrow } });
  await give(admin, rep, [clerk.key]);
  const widen = (grants: object) =>
    rep.call(updateRole, { params: { id: clerk.id }, body: { version: 2, grants: { ...narrow, ...grants } } });
  expect((await widen({ 'leads.read': 'all' })).problem).toMatchObject({
    code: 'grant_beyond_own',
    params: { permissions: 'leads.read' },
  });
  expect((await widen({ 'leads.read': 'own' })).status).toBe(200);
  expect((await give(rep, other, ['administrator'])).problem.code).toBe('grant_beyond_own');
});

test('no change of a role leaves the organisation without somebody to manage it', async () => {
  const { admin } = await company(people);
  const role = await roleOf(admin, 'administrator');
  for (const permission of ['organization.manage', 'organization.manageRoles']) {
    const { [permission]: _, ...grants } = role.grants;
    const answer = await admin.call(updateRole, { params: { id: role.id }, body: { version: 1, grants } });
    expect([answer.status, answer.problem.code], permission).toEqual([409, 'last_administrator']);
  }
});

test('what no chapter declares, or not for a part of the records, cannot be granted', async () => {
  const { admin } = await company(people);
  const { body: role } = await admin.call(createRole, { body: { name: '人事' } });
  const answer = await admin.call(updateRole, {
    params: { id: role.id },
    body: { version: 1, grants: { 'audit.read': 'own', 'quotes.sell': 'all' } },
  });
  expect(answer.problem).toMatchObject({ code: 'grant_unknown', params: { permissions: 'audit.read, quotes.sell' } });
});

test('before saving it is told whose rights change; who has them from another role is not counted', async () => {
  const { admin, rep, other } = await company(people);
  await give(admin, other, ['representative', 'administrator']);
  const role = await roleOf(admin, 'representative');
  const { 'leads.reveal': _, ...grants } = role.grants;
  const { body } = await admin.call(previewRole, {
    params: { id: role.id },
    body: { grants: { ...grants, 'leads.read': 'team' } },
  });
  expect(body).toMatchObject({
    holders: 2,
    affected: 1,
    names: ['rep'],
    widened: ['leads.read'],
    narrowed: ['leads.reveal'],
    beyondOwn: [],
  });
  expect((await rep.call(session, {})).body.permissions['leads.read']).toBe('own');
});

test('three offices are kept by three people, and who decides rights cannot give themselves any', async () => {
  const { admin, rep, other } = await company(people);
  const { body } = await admin.call(separateAdministrators, {});
  expect(body.items.map(({ name }) => name)).toEqual(['系统管理员', '安全管理员', '审计管理员']);
  expect((await admin.call(separateAdministrators, {})).body.items).toHaveLength(3);
  // Whoever ran everything before may hand the offices over only as far as they hold them, the granting one included.
  const two = await give(admin, rep, ['system_administrator', 'audit_administrator']);
  expect([two.status, two.problem.code]).toEqual([422, 'roles_exclusive']);
  expect((await give(admin, rep, ['security_administrator'])).status).toBe(200);
  expect((await give(rep, other, ['sales_manager'])).status).toBe(200);
  expect((await give(rep, rep, ['sales_manager'])).problem.code).toBe('grant_beyond_own');
  expect((await rep.call(listLeads, {})).status).toBe(403);
});

test('every permission of the house has a label in both languages', async () => {
  const { admin } = await company(people);
  const { body } = await admin.call(listPermissions, {});
  const { registry } = (await testHouse()).services;
  for (const { permission } of body.items) {
    const key = `permission.${permission}`;
    expect([registry.messages.zh[key], registry.messages.en[key]], `${key} in the messages of its chapter`).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  }
  for (const { object } of body.objects) {
    const key = `object.${object}`;
    expect([registry.messages.zh[key], registry.messages.en[key]], `${key} in the messages of its chapter`).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  }
  expect(body.items.map(({ permission }) => permission)).toContain('leads.read');
});
