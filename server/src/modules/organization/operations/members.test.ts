import { listApiKeys, session } from '@dealtrail/protocol/auth';
import { createCustomer, listCustomers } from '@dealtrail/protocol/customers';
import {
  assignRoles,
  createRole,
  getMember,
  listColleagues,
  listMembers,
  updateDepartment,
  updateMember,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';

const people = {
  admin: { role: 'administrator' },
  boss: { role: 'supervisor', department: 'Sales/North', supervises: 'Sales/North' },
  rep: { role: 'representative', department: 'Sales/North' },
} as const;

test('a changed role acts on the very next request of its holder', async () => {
  const { admin, rep } = await company(people);
  expect((await rep.call(session, {})).body.permissions).toMatchObject({ 'leads.read': 'own' });
  const members = (await admin.call(listMembers, {})).body.items;
  const version = members.find(({ id }) => id === rep.memberId)?.version ?? 0;
  const changed = await admin.call(assignRoles, {
    params: { id: rep.memberId },
    body: { version, roleKeys: ['finance'] },
  });
  expect(changed.status).toBe(200);
  expect((await rep.call(session, {})).body.permissions).toMatchObject({ 'customers.read': 'all' });
  expect((await rep.call(session, {})).body.permissions).not.toHaveProperty('leads.read');
});

test('who is made inactive is out with the next request', async () => {
  const { admin, rep } = await company(people);
  expect((await rep.call(listCustomers, {})).status).toBe(200);
  await admin.call(updateMember, { params: { id: rep.memberId }, body: { version: 1, active: false } });
  expect((await rep.call(listCustomers, {})).status).toBe(401);
  expect((await admin.call(listColleagues, {})).body.items.map(({ id }) => id)).not.toContain(rep.memberId);
});

test('the last administrator can neither leave nor lose the role', async () => {
  const { admin } = await company(people);
  const losing = await admin.call(assignRoles, {
    params: { id: admin.memberId },
    body: { version: 1, roleKeys: ['finance'] },
  });
  const leaving = await admin.call(updateMember, {
    params: { id: admin.memberId },
    body: { version: 1, active: false },
  });
  expect([losing.problem.code, leaving.problem.code]).toEqual(['last_administrator', 'last_administrator']);
});

test('of two who edit the same member one is told that it changed', async () => {
  const { admin, rep } = await company(people);
  const edit = (name: string) => admin.call(updateMember, { params: { id: rep.memberId }, body: { version: 1, name } });
  const answers = await Promise.all([edit('周予安'), edit('周一')]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('an absence that ends before it begins is refused', async () => {
  const { admin, rep } = await company(people);
  const answer = await admin.call(updateMember, {
    params: { id: rep.memberId },
    body: { version: 1, absentFrom: '2026-04-02', absentUntil: '2026-04-01' },
  });
  expect([answer.status, answer.problem.code]).toEqual([422, 'absence_reversed']);
});

test('a department cannot move below itself', async () => {
  const { admin, department } = await company(people);
  const answer = await admin.call(updateDepartment, {
    params: { id: department('Sales') },
    body: { version: 1, parentId: department('Sales/North') },
  });
  expect([answer.status, answer.problem.code]).toEqual([422, 'department_cycle']);
});

test('a member of another organisation cannot supervise a department of ours', async () => {
  const { admin, department } = await company(people);
  const other = await company(people);
  const answer = await admin.call(updateDepartment, {
    params: { id: department('Sales') },
    body: { version: 1, supervisorId: other.boss.memberId },
  });
  expect([answer.status, answer.problem.code]).toEqual([422, 'reference_missing']);
});

test('an API key cannot make another key', async () => {
  const { rep } = await company(people);
  const answer = await rep.inject({ method: 'POST', url: '/api/v1/api-keys', payload: { name: 'second' } });
  expect([answer.status, answer.problem.code]).toEqual([403, 'session_needed']);
  expect((await rep.call(listApiKeys, {})).body.items).toHaveLength(1);
});

test('of two administrators who step down at once one must stay', async () => {
  const { admin, second } = await company({ admin: { role: 'administrator' }, second: { role: 'administrator' } });
  const leave = (member: typeof admin) =>
    member.call(assignRoles, { params: { id: member.memberId }, body: { version: 1, roleKeys: ['finance'] } });
  const answers = await Promise.all([leave(admin), leave(second)]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('nobody gives a role that grants more than they hold', async () => {
  const { admin, rep } = await company(people);
  const { body: clerk } = await admin.call(createRole, { body: { name: '人事' } });
  await admin.call(assignRoles, { params: { id: rep.memberId }, body: { version: 1, roleKeys: [clerk.key] } });
  const alone = await rep.call(assignRoles, {
    params: { id: rep.memberId },
    body: { version: 2, roleKeys: ['administrator'] },
  });
  expect([alone.status, alone.problem.code]).toEqual([403, 'not_allowed']);
});

test('a role nobody made cannot be given', async () => {
  const { admin, rep } = await company(people);
  const answer = await admin.call(assignRoles, {
    params: { id: rep.memberId },
    body: { version: 1, roleKeys: ['emperor'] },
  });
  expect([answer.status, answer.problem.code]).toEqual([422, 'reference_missing']);
});

test('mobile and staff number are kept in one form and belong to one member', async () => {
  const { admin, rep, boss } = await company(people);
  const edit = (id: string, body: object) =>
    admin.call(updateMember, { params: { id }, body: { version: 1, ...body } });
  const saved = await edit(rep.memberId, { mobile: '138 1234 5678', staffNumber: 'hc-007' });
  expect(saved.body).toMatchObject({ mobile: '+8613812345678', staffNumber: 'HC-007' });
  expect((await edit(boss.memberId, { mobile: '+86 13812345678' })).problem.code).toBe('mobile_taken');
  expect((await edit(boss.memberId, { staffNumber: 'HC-007' })).problem.code).toBe('staff_number_taken');
  expect((await edit(boss.memberId, { mobile: '12' })).problem.fields?.[0]).toMatchObject({
    code: 'mobile_unreadable',
  });
});

test('who is to leave shows what they still own and supervise', async () => {
  const { admin, boss } = await company(people);
  await boss.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  const { body } = await admin.call(getMember, { params: { id: boss.memberId } });
  expect(body).toMatchObject({ owned: [{ kind: 'customer', count: 1 }], supervises: [{ name: 'North' }] });
});
