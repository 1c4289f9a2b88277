import { z } from 'zod';
import { ById, Day, Id, ItemsOf, operation, OptionalText, OutDay, OutId, Text, Version } from '../kernel/index.ts';

/** Roles that ship (R102); their names and grants are rows the organisation may edit. */
export const RoleKey = z.enum([
  'representative',
  'supervisor',
  'sales_manager',
  'marketing',
  'presales',
  'commercial',
  'legal',
  'finance',
  'product',
  'delivery',
  'customer_success',
  'administrator',
]);
export type RoleKey = z.infer<typeof RoleKey>;

export const Department = z.object({
  id: OutId,
  name: z.string(),
  parentId: OutId.nullable(),
  supervisorId: OutId.nullable(),
  supervisorName: z.string().nullable(),
  memberCount: z.number().int(),
  version: z.number().int(),
});
export type Department = z.infer<typeof Department>;

export const Member = z.object({
  id: OutId,
  name: z.string(),
  email: z.string(),
  departmentId: OutId.nullable(),
  departmentName: z.string().nullable(),
  roleKeys: z.array(z.string()),
  active: z.boolean(),
  /** Most open leads this person takes by rule; null: no limit. */
  leadCapacity: z.number().int().nullable(),
  absentFrom: OutDay.nullable(),
  absentUntil: OutDay.nullable(),
  version: z.number().int(),
});
export type Member = z.infer<typeof Member>;

export const listDepartments = operation({
  id: 'organization.listDepartments',
  method: 'GET',
  path: '/departments',
  result: ItemsOf(Department),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The department tree as a flat list, parents first.',
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
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Adds a department.',
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
  }),
  result: Department,
  problems: ['department_cycle'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Renames or moves a department or changes its supervisor; rights follow with the next request.',
});

export const listMembers = operation({
  id: 'organization.listMembers',
  method: 'GET',
  path: '/members',
  result: ItemsOf(Member),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'All members with roles, department, capacity and absence; at most 2 000.',
});

/** A name for a picker; nothing else about the person. */
export const Colleague = z.object({ id: OutId, name: z.string(), departmentName: z.string().nullable() });

export const listColleagues = operation({
  id: 'organization.listColleagues',
  method: 'GET',
  path: '/colleagues',
  result: ItemsOf(Colleague),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Names of active members, for pickers and mentions; at most 2 000.',
});

export const updateMember = operation({
  id: 'organization.updateMember',
  method: 'PATCH',
  path: '/members/:id',
  params: ById,
  body: z.strictObject({
    version: Version,
    name: Text(80).optional(),
    departmentId: Id.nullable().optional(),
    roleKeys: z.array(RoleKey).min(1).max(12).optional(),
    leadCapacity: z.int().min(0).max(100_000).nullable().optional(),
    absentFrom: Day.nullable().optional(),
    absentUntil: Day.nullable().optional(),
    active: z.boolean().optional(),
  }),
  result: Member,
  problems: ['last_administrator', 'absence_reversed'],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Changes a member; a changed role or department acts on their next request, a deactivated one is signed out.',
});

export const listRoles = operation({
  id: 'organization.listRoles',
  method: 'GET',
  path: '/roles',
  result: ItemsOf(z.object({ key: z.string(), name: z.string(), grants: z.record(z.string(), z.string()) })),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Roles with the permissions and scopes they grant.',
});

export const NewInvitation = z.strictObject({
  name: OptionalText(80),
  email: z.email().toLowerCase().max(254).optional(),
  departmentId: Id.nullable().optional(),
  roleKeys: z.array(RoleKey).min(1).max(12),
});
