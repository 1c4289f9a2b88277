import { problem } from '../http/problem.ts';
import { judgePassword, type PasswordOwner } from './rules/password-policy.ts';

/** The library's scrypt; loaded at the first password, because reading it costs a fifth of a second of the start. */
const library = () => import('better-auth/crypto');

/** Stands in for the hash of an account that is not there, so that a wrong name takes as long as a wrong password. */
const NOBODYS_HASH = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

/**
 * Hash of a new password, made before a transaction opens: it takes a tenth of a second on purpose. Refuses a password
 * that is easily guessed with `password_refused`.
 */
export async function hashNewPassword(password: string, owner: PasswordOwner): Promise<string> {
  const reason = judgePassword(password, owner);
  if (reason) {
    throw problem('password_refused', {
      params: { reason },
      fields: [{ path: 'password', code: reason, message: reason }],
    });
  }
  return (await library()).hashPassword(password);
}

/** Whether a password belongs to a hash; without a hash it takes as long and is wrong. */
export async function passwordFits(password: string, hash: string | undefined): Promise<boolean> {
  const known = hash?.includes(':') ? hash : undefined;
  const fits = await (await library()).verifyPassword({ hash: known ?? NOBODYS_HASH, password });
  return fits && known !== undefined;
}
