import { defineTable } from '../../kernel/db/index.ts';

interface DepartmentTable {
  orgId: string;
  id: string;
  name: string;
  parentId: string | null;
  supervisorId: string | null;
  createdAt: Date;
  version: number;
}

interface MemberTable {
  orgId: string;
  id: string;
  userId: string;
  name: string;
  email: string;
  departmentId: string | null;
  active: boolean;
  leadCapacity: number | null;
  absentFrom: string | null;
  absentUntil: string | null;
  epoch: number;
  createdAt: Date;
  version: number;
}

interface RoleTable {
  orgId: string;
  key: string;
  name: string;
  grants: Record<string, string>;
  version: number;
}

interface MemberRoleTable {
  orgId: string;
  memberId: string;
  roleKey: string;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    departments: DepartmentTable;
    members: MemberTable;
    roles: RoleTable;
    member_roles: MemberRoleTable;
  }
}

export const departmentsTable = defineTable({ name: 'departments', key: ['id'], versioned: true, auditedBy: 'id' });
export const membersTable = defineTable({
  name: 'members',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['epoch'],
});
export const rolesTable = defineTable({ name: 'roles', key: ['key'], versioned: true });
export const memberRolesTable = defineTable({
  name: 'member_roles',
  key: ['memberId', 'roleKey'],
  versioned: false,
  auditedBy: 'memberId',
});
