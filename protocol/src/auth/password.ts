import { z } from 'zod';
import { operation } from '../kernel/index.ts';

/** 10 to 128 characters; length is the protection, no composition rules (ASVS 6.2). */
export const Password = z.string().min(10).max(128);

/** A password that is asked for again; any length, it is only compared. */
const AskedPassword = z.string().min(1).max(128);

const Token = z.string().max(200);

export const requestPasswordReset = operation({
  id: 'auth.requestPasswordReset',
  method: 'POST',
  path: '/password-resets',
  body: z.strictObject({ identifier: z.string().max(254) }),
  result: z.object({ mail: z.enum(['waiting', 'not_configured']) }),
  problems: [],
  permission: 'public',
  offline: 'online',
  summary: 'Mails a link to set a new password; the answer is the same whether there is such an account.',
});

export const openPasswordReset = operation({
  id: 'auth.openPasswordReset',
  method: 'POST',
  path: '/password-resets/open',
  body: z.strictObject({ token: Token }),
  result: z.object({ open: z.literal(true) }),
  problems: ['reset_invalid'],
  permission: 'public',
  offline: 'online',
  summary: 'Tells whether a reset link is still good.',
});

export const resetPassword = operation({
  id: 'auth.resetPassword',
  method: 'POST',
  path: '/password-resets/use',
  body: z.strictObject({ token: Token, password: Password }),
  problems: ['reset_invalid', 'password_refused'],
  permission: 'public',
  offline: 'online',
  summary: 'Sets a new password by a reset link, once, and ends every session; it signs nobody in.',
});

export const changePassword = operation({
  id: 'auth.changePassword',
  method: 'POST',
  path: '/account/password',
  body: z.strictObject({ current: AskedPassword, password: Password }),
  result: z.object({ ended: z.number().int() }),
  problems: ['session_needed', 'password_wrong', 'password_refused'],
  permission: 'member',
  offline: 'online',
  summary: 'Changes the own password and ends every other session.',
});

export const getSecondFactor = operation({
  id: 'auth.getSecondFactor',
  method: 'GET',
  path: '/account/second-factor',
  result: z.object({ since: z.string().nullable(), recoveryCodesLeft: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  withoutSecondStep: true,
  summary: 'Tells whether signing in asks for a code, and how many recovery codes are left.',
});

export const startSecondFactor = operation({
  id: 'auth.startSecondFactor',
  method: 'POST',
  path: '/account/second-factor',
  body: z.strictObject({ password: AskedPassword }),
  result: z.object({
    /** In base 32, for typing into the app. */
    secret: z.string(),
    /** otpauth address, for the QR code. */
    address: z.string(),
  }),
  problems: ['session_needed', 'password_wrong', 'second_factor_on'],
  permission: 'member',
  offline: 'online',
  withoutSecondStep: true,
  secret: true,
  summary: 'Makes a secret for an authenticator app; it counts from its first confirmed code on.',
});

const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

export const confirmSecondFactor = operation({
  id: 'auth.confirmSecondFactor',
  method: 'POST',
  path: '/account/second-factor/confirm',
  body: z.strictObject({ code: z.string().max(40) }),
  result: RecoveryCodes,
  problems: ['session_needed', 'code_wrong', 'second_factor_not_waiting'],
  permission: 'member',
  offline: 'online',
  withoutSecondStep: true,
  secret: true,
  summary: 'Puts the second step into force and shows the recovery codes, this once.',
});

export const renewRecoveryCodes = operation({
  id: 'auth.renewRecoveryCodes',
  method: 'POST',
  path: '/account/second-factor/recovery-codes',
  body: z.strictObject({ password: AskedPassword }),
  result: RecoveryCodes,
  problems: ['session_needed', 'password_wrong', 'second_factor_off'],
  permission: 'member',
  offline: 'online',
  secret: true,
  summary: 'Replaces the recovery codes; the old ones are worthless.',
});

export const endSecondFactor = operation({
  id: 'auth.endSecondFactor',
  method: 'POST',
  path: '/account/second-factor/end',
  body: z.strictObject({ password: AskedPassword }),
  problems: ['session_needed', 'password_wrong', 'second_factor_off', 'second_step_required'],
  permission: 'member',
  offline: 'online',
  summary: 'Takes the own second step away, where the organisation does not ask for one.',
});
