import type { Generated } from 'kysely';
import { defineTable } from '../../kernel/db/index.ts';

interface DepartmentTable {
  orgId: string;
  id: string;
  name: string;
  parentId: string | null;
  supervisorId: string | null;
  /** Place among brothers; between two of them there is always room for a third. */
  position: Generated<number>;
  closedAt: Generated<Date | null>;
  /** Who took over when it closed. */
  mergedInto: Generated<string | null>;
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
  /** What they can: industries, languages, products, as the organisation calls them. */
  skills: Generated<string[]>;
  absentFrom: string | null;
  absentUntil: string | null;
  /** Who does their work meanwhile. */
  deputyId: Generated<string | null>;
  /** Language of their mails; null: as the organisation. */
  locale: Generated<string | null>;
  /** Full pinyin and initials, by which the member is found and put in order. */
  pinyin: Generated<string>;
  /** Set while the person was entered by somebody else and cannot sign in yet. */
  invitedAt: Generated<Date | null>;
  /** E.164; unique in the organisation, one of the names to sign in with. */
  mobile: string | null;
  /** In capitals; unique in the organisation, one of the names to sign in with. */
  staffNumber: string | null;
  /** Came by a department's link and waits for an administrator. */
  waitingSince: Date | null;
  epoch: number;
  createdAt: Date;
  version: number;
}

interface RoleTable {
  orgId: string;
  key: string;
  id: string;
  name: string;
  grants: Record<string, string>;
  /** Brought by an upgrade and not looked at since. */
  addedPermissions: Generated<string[]>;
  version: number;
}

interface MemberRoleTable {
  orgId: string;
  memberId: string;
  roleKey: string;
}

interface NumberPatternTable {
  orgId: string;
  kind: string;
  id: string;
  pattern: string;
  /** Patterns that were used before this one. */
  former: string[];
  version: number;
}

interface JoinLinkTable {
  orgId: string;
  id: string;
  tokenHash: string;
  departmentId: string | null;
  roleKeys: string[];
  needsApproval: boolean;
  mostUses: number;
  uses: number;
  madeBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    departments: DepartmentTable;
    members: MemberTable;
    join_links: JoinLinkTable;
    roles: RoleTable;
    member_roles: MemberRoleTable;
    number_patterns: NumberPatternTable;
  }
}

export const departmentsTable = defineTable({ name: 'departments', key: ['id'], versioned: true, auditedBy: 'id' });
export const membersTable = defineTable({
  name: 'members',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['epoch', 'pinyin'],
});
export const joinLinksTable = defineTable({
  name: 'join_links',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['tokenHash', 'uses'],
});
export const rolesTable = defineTable({ name: 'roles', key: ['key'], versioned: true, auditedBy: 'id' });
export const memberRolesTable = defineTable({
  name: 'member_roles',
  key: ['memberId', 'roleKey'],
  versioned: false,
  auditedBy: 'memberId',
});
export const numberPatternsTable = defineTable({
  name: 'number_patterns',
  key: ['kind'],
  versioned: true,
  auditedBy: 'id',
});
