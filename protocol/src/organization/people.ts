import { z } from 'zod';
import {
  ById,
  Day,
  Id,
  ItemsOf,
  operation,
  OptionalText,
  OutDay,
  OutId,
  PageOf,
  Text,
  Version,
} from '../kernel/index.ts';
import { RoleRef } from './roles.ts';

/** The languages the product speaks. */
export const Locale = z.enum(['zh', 'en']);
export type Locale = z.infer<typeof Locale>;

/** What a person can, as the organisation calls it: an industry, a language, a product. */
export const Skill = Text(40);

export const Member = z.object({
  id: OutId,
  name: z.string(),
  email: z.string(),
  /** E.164. */
  mobile: z.string().nullable(),
  staffNumber: z.string().nullable(),
  departmentId: OutId.nullable(),
  departmentName: z.string().nullable(),
  roleKeys: z.array(z.string()),
  active: z.boolean(),
  /** False while an invitation waits to be accepted: the person cannot sign in yet. */
  joined: z.boolean(),
  /** Most open leads this person takes by rule; null: no limit. */
  leadCapacity: z.number().int().nullable(),
  skills: z.array(z.string()),
  absentFrom: OutDay.nullable(),
  absentUntil: OutDay.nullable(),
  /** Language of the mails this person gets; null: as the organisation. */
  locale: Locale.nullable(),
  version: z.number().int(),
});
export type Member = z.infer<typeof Member>;

export const MemberQuery = z.strictObject({
  /** Part of name, pinyin, initials, e-mail, mobile or staff number. */
  q: z.string().trim().max(100).optional(),
  /** A department with everything below it; `none`: members of no department. */
  department: z.union([Id, z.literal('none')]).optional(),
  role: RoleRef.optional(),
  state: z.enum(['active', 'inactive', 'absent', 'invited']).optional(),
  /** 0 reads no rows. */
  limit: z.coerce.number().int().min(0).max(200).optional(),
  cursor: z.string().max(500).optional(),
  /** Asks how many there are; members are few, so both count to the end. */
  total: z.enum(['capped', 'exact']).optional(),
});
export type MemberQuery = z.infer<typeof MemberQuery>;

export const listMembers = operation({
  id: 'organization.listMembers',
  method: 'GET',
  path: '/members',
  query: MemberQuery,
  result: PageOf(Member),
  problems: [],
  permission: 'organization.read',
  offline: 'online',
  summary: 'Members by name with roles, department, capacity and absence, 50 a page unless asked otherwise.',
});

export const getMember = operation({
  id: 'organization.getMember',
  method: 'GET',
  path: '/members/:id',
  params: ById,
  result: Member.extend({
    /** What the person still owns, by kind of record: what has to be handed over when they leave. */
    owned: z.array(z.object({ kind: z.string(), count: z.number().int() })),
    /** Departments they supervise. */
    supervises: z.array(z.object({ id: OutId, name: z.string() })),
  }),
  problems: [],
  permission: 'organization.read',
  offline: 'online',
  summary: 'One member, with what they own and supervise.',
});

/** A name for a picker; nothing else about the person. */
export const Colleague = z.object({
  id: OutId,
  name: z.string(),
  departmentName: z.string().nullable(),
  /** Pinyin and initials to find the name by: `zhouyuan zy`. */
  pinyin: z.string(),
});
export type Colleague = z.infer<typeof Colleague>;

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

export const listSkills = operation({
  id: 'organization.listSkills',
  method: 'GET',
  path: '/skills',
  result: ItemsOf(z.object({ name: z.string(), members: z.number().int() })),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The skills active members have, with how many have each, so that rules and members name them alike.',
});

export const updateMember = operation({
  id: 'organization.updateMember',
  method: 'PATCH',
  path: '/members/:id',
  params: ById,
  body: z.strictObject({
    version: Version,
    name: Text(80).optional(),
    mobile: OptionalText(40),
    staffNumber: OptionalText(40),
    departmentId: Id.nullable().optional(),
    leadCapacity: z.int().min(0).max(100_000).nullable().optional(),
    skills: z.array(Skill).max(50).optional(),
    absentFrom: Day.nullable().optional(),
    absentUntil: Day.nullable().optional(),
    locale: Locale.nullable().optional(),
    active: z.boolean().optional(),
  }),
  result: Member,
  problems: ['last_administrator', 'absence_reversed', 'mobile_taken', 'staff_number_taken'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Changes a member; a changed department acts on their next request, a deactivated one is signed out.',
});

export const assignRoles = operation({
  id: 'organization.assignRoles',
  method: 'PUT',
  path: '/members/:id/roles',
  params: ById,
  body: z.strictObject({ version: Version, roleKeys: z.array(RoleRef).max(12) }),
  result: Member,
  problems: ['last_administrator', 'grant_beyond_own', 'roles_exclusive'],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary: 'Gives a member exactly these roles; acts on their next request. Nobody gives what they do not hold.',
});

export const NewInvitation = z.strictObject({
  name: OptionalText(80),
  email: z.email().toLowerCase().max(254).optional(),
  departmentId: Id.nullable().optional(),
  roleKeys: z.array(RoleRef).max(12),
});
