import type { Database } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Time } from '../time/time.ts';
import { accountCalled, type KnownAccount } from './account-store.ts';
import { type Attempts, type Gate, gates } from './attempts.ts';
import { passwordFits } from './passwords.ts';
import { readIdentifier } from './rules/identifier.ts';
import { maskIdentifier } from './rules/mask-identifier.ts';
import { takeCode } from './second-factor.ts';
import { insertSession } from './sessions.ts';
import { logAccountAct, logRefusal } from './sign-in-log.ts';
import type { Trace } from './trace.ts';

/** What a person types at the door. */
export interface Typed {
  readonly identifier: string;
  readonly password: string;
  /** Of the second step; absent at the first try. */
  readonly code?: string | undefined;
}

/** What signing in takes from the process. */
export interface Door {
  readonly database: Database;
  readonly time: Time;
  readonly attempts: Attempts;
  /** Opens the sealed secrets of second factors. */
  readonly factorKey: Buffer;
}

/** Runs a check that can be guessed: refuses while one of its gates is closed, and lets no crowd through at once. */
export async function guarded<Result>(
  attempts: Attempts,
  asked: readonly Gate[],
  check: () => Promise<Result>,
): Promise<Result> {
  const wait = attempts.waitFor(asked);
  if (wait > 0) throw problem('too_many_requests', { retryAfter: wait, params: { seconds: wait } });
  const end = attempts.begin(asked);
  try {
    return await check();
  } finally {
    end();
  }
}

/**
 * Checks name, password and, where the account has a second step, its code; opens a session and returns its token.
 * Unknown, ambiguous, barred and wrong are one answer and take one time (`wrong_credentials`); a right password without
 * the code is `second_factor_needed`, with a wrong one `wrong_code`.
 */
export async function openDoor(door: Door, typed: Typed, trace: Trace, requestId: string): Promise<string> {
  const identifier = readIdentifier(typed.identifier);
  const name = identifier?.name ?? typed.identifier.trim().toLowerCase();
  const asked = [gates.identifier(name), gates.peer(trace.peer)];
  return guarded(door.attempts, asked, async () => {
    const account = await accountCalled(door.database, identifier);
    const fits = await passwordFits(typed.password, account?.passwordHash);
    const barred = account !== undefined && door.attempts.waitFor([gates.account(account.userId)]) > 0;
    const masked = maskIdentifier(identifier);
    if (!account || !fits || barred) {
      door.attempts.failed([...asked, ...(account ? [gates.account(account.userId)] : [])]);
      await logRefusal(door.database, door.time, { event: 'wrong_password', of: account, identifier: masked }, trace);
      throw problem('wrong_credentials');
    }
    const token = await enter(door, account, typed.code, { trace, requestId, masked });
    door.attempts.succeeded([gates.identifier(name), gates.account(account.userId), gates.code(account.userId)]);
    return token;
  });
}

interface Entry {
  readonly trace: Trace;
  readonly requestId: string;
  readonly masked: string | null;
}

/** Opens the session of somebody whose password was right, after the second step where there is one. */
async function enter(door: Door, account: KnownAccount, code: string | undefined, entry: Entry): Promise<string> {
  const { orgId, memberId, userId } = account;
  const origin = { orgId, actorId: memberId, operation: 'auth.signIn', requestId: entry.requestId };
  const log = [entry.trace, entry.masked] as const;
  const open = (codeTyped: string | undefined) =>
    door.database.write(origin, async (tx) => {
      const used = codeTyped === undefined ? undefined : await takeCode(tx, memberId, codeTyped, door.factorKey);
      if (codeTyped !== undefined && !used) {
        await logAccountAct(tx, memberId, 'wrong_code', ...log);
        return undefined;
      }
      if (used === 'recovery_code') await logAccountAct(tx, memberId, 'recovery_code_used', ...log);
      await logAccountAct(tx, memberId, 'signed_in', ...log);
      return insertSession(tx, userId, entry.trace);
    });
  if (account.secondFactor && code === undefined) throw problem('second_factor_needed');
  const gate = gates.code(userId);
  const token = account.secondFactor ? await guarded(door.attempts, [gate], () => open(code)) : await open(undefined);
  if (token === undefined) {
    door.attempts.failed([gate]);
    throw problem('wrong_code');
  }
  return token;
}
