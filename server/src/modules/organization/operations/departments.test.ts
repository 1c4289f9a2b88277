import { createCustomer, listCustomers } from '@dealtrail/protocol/customers';
import {
  closeDepartment,
  createDepartment,
  type Department,
  listDepartments,
  updateDepartment,
  updateMember,
} from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../testing/test-house.ts';

const people = {
  admin: { role: 'administrator' },
  boss: { role: 'supervisor', department: 'South', supervises: 'South' },
  rep: { role: 'representative', department: 'North/One' },
  mate: { role: 'representative', department: 'North' },
} as const;

async function named(admin: Caller, name: string): Promise<Department> {
  const found = (await admin.call(listDepartments, {})).body.items.find((each) => each.name === name);
  if (!found) throw new Error(`there is no department ${name}`);
  return found;
}

async function order(admin: Caller): Promise<string[]> {
  return (await admin.call(listDepartments, {})).body.items.filter(({ parentId }) => !parentId).map(({ name }) => name);
}

async function change(admin: Caller, name: string, body: object) {
  const { id, version } = await named(admin, name);
  return admin.call(updateDepartment, { params: { id }, body: { version, ...body } });
}

async function close(admin: Caller, name: string, into?: string) {
  const { id, version } = await named(admin, name);
  return admin.call(closeDepartment, { params: { id }, body: { version, ...(into ? { into } : {}) } });
}

test('a department counts its own people and those below', async () => {
  const { admin } = await company(people);
  expect(await named(admin, 'North')).toMatchObject({ memberCount: 1, memberCountBelow: 2 });
  expect(await named(admin, 'One')).toMatchObject({ memberCount: 1, memberCountBelow: 1 });
});

test('departments stand where they are put', async () => {
  const { admin } = await company(people);
  await admin.call(createDepartment, { body: { name: 'West' } });
  expect(await order(admin)).toEqual(['South', 'North', 'West']);
  await change(admin, 'West', { after: null });
  await change(admin, 'South', { after: (await named(admin, 'North')).id });
  expect(await order(admin)).toEqual(['West', 'North', 'South']);
  const one = await named(admin, 'One');
  expect((await change(admin, 'West', { after: one.id })).problem.code).toBe('reference_missing');
});

test('two departments below the same one have different names', async () => {
  const { admin } = await company(people);
  const made = await admin.call(createDepartment, { body: { name: 'north' } });
  expect([made.status, made.problem.code]).toEqual([409, 'department_name_taken']);
  expect((await change(admin, 'South', { name: 'North' })).problem.code).toBe('department_name_taken');
  expect((await change(admin, 'One', { name: 'North' })).status).toBe(200);
});

test('of two moves that together make a circle one is refused', async () => {
  const { admin } = await company(people);
  const [north, south] = [await named(admin, 'North'), await named(admin, 'South')];
  const answers = await Promise.all([
    change(admin, 'North', { parentId: south.id }),
    change(admin, 'South', { parentId: north.id }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await admin.call(listDepartments, {})).body.items).toHaveLength(3);
});

test('a department with people, departments or records closes only when another takes over', async () => {
  const { admin } = await company(people);
  for (const name of ['North', 'One', 'South']) {
    const answer = await close(admin, name);
    expect([answer.status, answer.problem.code], name).toEqual([409, 'department_in_use']);
  }
  await admin.call(createDepartment, { body: { name: 'Empty' } });
  expect((await close(admin, 'Empty')).body).toEqual({ members: 0, departments: 0 });
  expect(await order(admin)).not.toContain('Empty');
});

test('who takes a department over has its people, its departments and its records', async () => {
  const { admin, boss, mate } = await company(people);
  await mate.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  expect((await boss.call(listCustomers, {})).body.items).toEqual([]);
  const south = await named(admin, 'South');
  const north = await named(admin, 'North');
  expect((await close(admin, 'North', south.id)).body).toEqual({ members: 1, departments: 1 });
  expect(await named(admin, 'South')).toMatchObject({ memberCount: 2, memberCountBelow: 3 });
  expect((await named(admin, 'One')).parentId).toBe(south.id);
  expect((await boss.call(listCustomers, {})).body.items.map(({ name }) => name)).toEqual(['苏州屿澄精密制造有限公司']);
  const late = await admin.call(updateMember, {
    params: { id: mate.memberId },
    body: { version: 2, departmentId: north.id },
  });
  expect([late.status, late.problem.code]).toEqual([422, 'reference_missing']);
});

test('a department is not merged into one below it, nor into itself', async () => {
  const { admin } = await company(people);
  const one = await named(admin, 'One');
  expect((await close(admin, 'North', one.id)).problem.code).toBe('department_cycle');
  expect((await close(admin, 'One', one.id)).problem.code).toBe('department_cycle');
});
