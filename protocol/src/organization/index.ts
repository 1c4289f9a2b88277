import { z } from 'zod';
import { Password, Session } from '../auth/index.ts';
import { ById, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';
import { NewInvitation } from './people.ts';

export * from './departments.ts';
export * from './join-links.ts';
export * from './leave.ts';
export * from './member-access.ts';
export * from './own-account.ts';
export * from './member-imports.ts';
export * from './people.ts';
export * from './roles.ts';
export * from './settings.ts';

const Email = z.email().toLowerCase().max(254);

export const setUpState = operation({
  id: 'organization.setUpState',
  method: 'GET',
  path: '/setup',
  result: z.object({ open: z.boolean() }),
  problems: [],
  permission: 'public',
  offline: 'online',
  summary: 'Tells whether the set-up door is still open; it closes for ever with the first organisation.',
});

export const setUp = operation({
  id: 'organization.setUp',
  method: 'POST',
  path: '/setup',
  body: z.strictObject({
    token: z.string().max(200),
    organizationName: Text(120),
    name: Text(80),
    email: Email,
    password: Password,
  }),
  result: Session,
  status: 201,
  problems: ['set_up_closed', 'set_up_token_wrong'],
  permission: 'public',
  offline: 'online',
  summary: 'Makes the organisation and its first administrator, signs them in and closes the set-up door.',
});

export const Invitation = z.object({
  id: OutId,
  name: z.string().nullable(),
  email: z.string().nullable(),
  departmentName: z.string().nullable(),
  roleKeys: z.array(z.string()),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  expiresAt: OutInstant,
  createdAt: OutInstant,
});

export const inviteMember = operation({
  id: 'organization.inviteMember',
  method: 'POST',
  path: '/invitations',
  body: NewInvitation,
  result: Invitation.extend({ link: z.string(), mail: z.enum(['waiting', 'not_configured', 'none']) }),
  status: 201,
  problems: ['email_taken'],
  permission: 'organization.manage',
  offline: 'online',
  secret: true,
  summary: 'Makes an invitation link, shown once and good for 7 days, and mails it when an address is given.',
});

export const listInvitations = operation({
  id: 'organization.listInvitations',
  method: 'GET',
  path: '/invitations',
  result: ItemsOf(Invitation),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'The newest 200 invitations.',
});

export const revokeInvitation = operation({
  id: 'organization.revokeInvitation',
  method: 'DELETE',
  path: '/invitations/:id',
  params: ById,
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Makes an open invitation worthless.',
});

export const openInvitation = operation({
  id: 'organization.openInvitation',
  method: 'POST',
  path: '/invitations/open',
  body: z.strictObject({ token: z.string().max(200) }),
  result: z.object({ organizationName: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  problems: ['invitation_invalid'],
  permission: 'public',
  offline: 'online',
  summary: 'Shows the invited person what they join.',
});

export const acceptInvitation = operation({
  id: 'organization.acceptInvitation',
  method: 'POST',
  path: '/invitations/accept',
  body: z.strictObject({ token: z.string().max(200), name: Text(80), email: Email, password: Password }),
  result: Session,
  status: 201,
  problems: ['invitation_invalid', 'email_taken'],
  permission: 'public',
  offline: 'online',
  summary: 'Makes the invited account and member and signs them in; the invitation works once.',
});

export const organizationProblems = {
  set_up_closed: 410,
  set_up_token_wrong: 403,
  department_cycle: 422,
  department_name_taken: 409,
  department_in_use: 409,
  last_administrator: 409,
  role_name_taken: 409,
  role_in_use: 409,
  role_shipped: 409,
  roles_exclusive: 422,
  grant_beyond_own: 403,
  grant_unknown: 422,
  number_kind_unknown: 422,
  number_pattern_meets: 409,
  absence_reversed: 422,
  leave_invalid: 422,
  invitation_invalid: 410,
  member_inactive: 409,
  member_not_waiting: 409,
  email_taken: 409,
  mobile_taken: 409,
  staff_number_taken: 409,
} as const;
