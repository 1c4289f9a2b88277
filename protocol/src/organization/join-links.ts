import { z } from 'zod';
import { Password, Session } from '../auth/index.ts';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';
import { RoleRef } from './roles.ts';

/** A link by which a whole department joins: many times, to one place, with the same roles. */
export const JoinLink = z.object({
  id: OutId,
  departmentName: z.string().nullable(),
  roleKeys: z.array(z.string()),
  /** Whoever joins waits until somebody lets them in. */
  needsApproval: z.boolean(),
  mostUses: z.number().int(),
  uses: z.number().int(),
  state: z.enum(['open', 'used_up', 'expired', 'revoked']),
  expiresAt: OutInstant,
  createdAt: OutInstant,
});

export const listJoinLinks = operation({
  id: 'organization.listJoinLinks',
  method: 'GET',
  path: '/join-links',
  result: ItemsOf(JoinLink),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'The newest 100 links by which many people join.',
});

export const createJoinLink = operation({
  id: 'organization.createJoinLink',
  method: 'POST',
  path: '/join-links',
  body: z.strictObject({
    departmentId: Id.nullable().optional(),
    roleKeys: z.array(RoleRef).min(1).max(12),
    needsApproval: z.boolean(),
    mostUses: z.int().min(1).max(500),
    days: z.int().min(1).max(30),
  }),
  result: JoinLink.extend({ link: z.string() }),
  status: 201,
  problems: ['grant_beyond_own', 'roles_exclusive'],
  permission: 'organization.manage',
  offline: 'online',
  secret: true,
  summary: 'Makes a link by which many people join one department with fixed roles; it is shown once.',
});

export const revokeJoinLink = operation({
  id: 'organization.revokeJoinLink',
  method: 'DELETE',
  path: '/join-links/:id',
  params: ById,
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Makes a join link worthless; who joined by it stays.',
});

const Token = z.string().max(200);

export const openJoinLink = operation({
  id: 'organization.openJoinLink',
  method: 'POST',
  path: '/join-links/open',
  body: z.strictObject({ token: Token }),
  result: z.object({
    organizationName: z.string(),
    departmentName: z.string().nullable(),
    needsApproval: z.boolean(),
  }),
  problems: ['invitation_invalid'],
  permission: 'public',
  offline: 'online',
  summary: 'Shows what one joins by a join link.',
});

export const joinByLink = operation({
  id: 'organization.joinByLink',
  method: 'POST',
  path: '/join-links/join',
  body: z.strictObject({
    token: Token,
    name: Text(80),
    email: z.email().toLowerCase().max(254),
    /** In any writing. */
    mobile: z.string().trim().max(40).optional(),
    password: Password,
  }),
  /** Null: the new member waits until somebody lets them in. */
  result: z.object({ session: Session.nullable() }),
  status: 201,
  problems: ['invitation_invalid', 'email_taken', 'mobile_taken', 'password_refused'],
  permission: 'public',
  offline: 'online',
  summary: 'Joins by a join link; signs in unless somebody has to let the new member in.',
});

export const listWaitingMembers = operation({
  id: 'organization.listWaitingMembers',
  method: 'GET',
  path: '/join-links/waiting',
  result: ItemsOf(
    z.object({
      id: OutId,
      name: z.string(),
      email: z.string(),
      mobile: z.string().nullable(),
      departmentName: z.string().nullable(),
      roleKeys: z.array(z.string()),
      waitingSince: OutInstant,
    }),
  ),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Who joined by a link and waits to be let in.',
});

export const admitMember = operation({
  id: 'organization.admitMember',
  method: 'POST',
  path: '/members/:id/admit',
  params: ById,
  body: z.strictObject({ admitted: z.boolean() }),
  problems: ['member_not_waiting'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Lets somebody in who waits, or turns them away; turned away they stay deactivated.',
});
