import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, Text, Version } from '../kernel/index.ts';

export const Department = z.object({
  id: OutId,
  name: z.string(),
  parentId: OutId.nullable(),
  supervisorId: OutId.nullable(),
  supervisorName: z.string().nullable(),
  /** Active members of this department alone. */
  memberCount: z.number().int(),
  /** Active members of this department and of all below it. */
  memberCountBelow: z.number().int(),
  version: z.number().int(),
});
export type Department = z.infer<typeof Department>;

export const listDepartments = operation({
  id: 'organization.listDepartments',
  method: 'GET',
  path: '/departments',
  result: ItemsOf(Department),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The open departments as a flat list, parents first, brothers in their order.',
});

export const createDepartment = operation({
  id: 'organization.createDepartment',
  method: 'POST',
  path: '/departments',
  body: z.strictObject({
    id: Id.optional(),
    name: Text(80),
    parentId: Id.nullable().optional(),
    supervisorId: Id.nullable().optional(),
  }),
  result: Department,
  status: 201,
  problems: ['department_name_taken'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Adds a department as the last of its brothers.',
});

export const updateDepartment = operation({
  id: 'organization.updateDepartment',
  method: 'PATCH',
  path: '/departments/:id',
  params: ById,
  body: z.strictObject({
    version: Version,
    name: Text(80).optional(),
    parentId: Id.nullable().optional(),
    supervisorId: Id.nullable().optional(),
    /** The brother it stands behind; null: it becomes the first. */
    after: Id.nullable().optional(),
  }),
  result: Department,
  problems: ['department_cycle', 'department_name_taken'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Renames, moves or reorders a department or changes its supervisor; rights follow with the next request.',
});

export const closeDepartment = operation({
  id: 'organization.closeDepartment',
  method: 'POST',
  path: '/departments/:id/close',
  params: ById,
  body: z.strictObject({
    version: Version,
    /** Takes over members, departments below and the records; without it only an empty department closes. */
    into: Id.optional(),
  }),
  result: z.object({ members: z.number().int(), departments: z.number().int() }),
  problems: ['department_in_use', 'department_cycle'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Closes an empty department, or merges it into another that takes over its people and records.',
});
