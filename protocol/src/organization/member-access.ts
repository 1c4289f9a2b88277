import { z } from 'zod';
import { SignIn } from '../auth/index.ts';
import { ById, Id, operation, OutId, OutInstant } from '../kernel/index.ts';

export const getMemberAccess = operation({
  id: 'organization.getMemberAccess',
  method: 'GET',
  path: '/members/:id/access',
  params: ById,
  result: z.object({
    /** Sessions that are open now. */
    sessions: z.number().int(),
    lastSignInAt: OutInstant.nullable(),
    /** When the second step came into force; null: off. */
    secondFactorSince: OutInstant.nullable(),
  }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'How a member signs in: open sessions, last sign-in, second step.',
});

export const makeResetLink = operation({
  id: 'organization.makeResetLink',
  method: 'POST',
  path: '/members/:id/reset-link',
  params: ById,
  result: z.object({ link: z.string(), expiresAt: OutInstant }),
  status: 201,
  problems: ['member_inactive'],
  permission: 'organization.manage',
  offline: 'online',
  secret: true,
  summary: 'Makes a link by which a member sets a new password, shown once and good for 30 minutes; older links end.',
});

export const endMemberSessions = operation({
  id: 'organization.endMemberSessions',
  method: 'DELETE',
  path: '/members/:id/sessions',
  params: ById,
  result: z.object({ ended: z.number().int() }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Ends every session of a member.',
});

export const resetMemberFactor = operation({
  id: 'organization.resetMemberFactor',
  method: 'DELETE',
  path: '/members/:id/second-factor',
  params: ById,
  problems: ['second_factor_off'],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Takes the second step of a member away, for somebody who lost phone and recovery codes; ends their sessions.',
});

export const listSignIns = operation({
  id: 'organization.listSignIns',
  method: 'GET',
  path: '/sign-ins',
  query: z.strictObject({ memberId: Id.optional(), before: Id.optional() }),
  result: z.object({
    items: z.array(SignIn.extend({ memberName: z.string(), actorName: z.string().nullable() })),
    nextBefore: OutId.nullable(),
  }),
  problems: [],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'The sign-in log of the organisation or one member, newest first, 50 a page; `before` is the last id seen.',
});
