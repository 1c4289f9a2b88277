import { z } from 'zod';
import { Id, operation, OutId, OutInstant } from '../kernel/index.ts';
import { Browser, Near, System } from './account.ts';

/** What the sign-in log keeps. */
export const SignInEvent = z.enum([
  'signed_in',
  'wrong_password',
  'wrong_code',
  'recovery_code_used',
  'signed_out',
  'joined',
  'password_changed',
  'reset_link_made',
  'password_reset',
  'second_factor_on',
  'second_factor_off',
  'second_factor_reset',
  'second_factor_due',
  'recovery_codes_made',
  'session_ended',
  'sessions_ended',
]);
export type SignInEvent = z.infer<typeof SignInEvent>;

/** One line of the log: who, when, by which name, from where, and what came of it. */
export const SignIn = z.object({
  id: OutId,
  at: OutInstant,
  memberId: OutId,
  /** Who did it, where it was not the member. */
  actorId: OutId.nullable(),
  event: SignInEvent,
  /** The name that was typed, masked. */
  identifier: z.string().nullable(),
  browser: Browser,
  system: System,
  peer: z.string(),
  near: Near,
});

export const listOwnSignIns = operation({
  id: 'auth.listOwnSignIns',
  method: 'GET',
  path: '/account/sign-ins',
  query: z.strictObject({ before: Id.optional() }),
  result: z.object({ items: z.array(SignIn), nextBefore: OutId.nullable() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Sign-ins and changes of the own account, newest first, 50 a page; `before` is the last id seen.',
});
