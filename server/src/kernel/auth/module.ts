import { authProblems } from '@dealtrail/protocol/auth';
import { authEn, authZh } from '@dealtrail/protocol/auth/messages';
import type { Module } from '../house/module.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './operations/api-keys.ts';
import { changePassword } from './operations/own-password.ts';
import {
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
  renewOwnRecoveryCodes,
  startSecondFactor,
} from './operations/own-second-factor.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './operations/own-sessions.ts';
import { listOwnSignIns } from './operations/own-sign-ins.ts';
import { openPasswordReset, requestPasswordReset, resetPassword } from './operations/reset-password.ts';
import { session, signIn, signOut } from './operations/sign-in.ts';

/** Signing in and out, passwords, the second step, the own sessions, and API keys. */
export const auth: Module = {
  name: 'auth',
  problems: authProblems,
  messages: { zh: authZh, en: authEn },
  routes: [
    signIn,
    signOut,
    session,
    requestPasswordReset,
    openPasswordReset,
    resetPassword,
    changePassword,
    getSecondFactor,
    startSecondFactor,
    confirmSecondFactor,
    renewOwnRecoveryCodes,
    endSecondFactor,
    listOwnSessions,
    endOwnSession,
    endOtherSessions,
    listOwnSignIns,
    listApiKeys,
    createApiKey,
    revokeApiKey,
  ],
};
