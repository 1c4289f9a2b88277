import { createHmac } from 'node:crypto';
import type { Login } from './pools.ts';

/** The three roles: `owner` migrates and nothing else, `app` serves, `sweep` sees only which organisations have work due. */
export interface Logins {
  readonly owner: Login;
  readonly app: Login;
  readonly sweep: Login;
}

export const APP_ROLE = 'dealtrail_app';
export const SWEEP_ROLE = 'dealtrail_sweep';

/**
 * Derives the working roles' logins from the owner's, so that every node that knows DATABASE_URL knows them and
 * nothing has to be stored.
 */
export function loginsFrom(owner: Login): Logins {
  const secret = (role: string) =>
    createHmac('sha256', owner.password).update(`dealtrail role ${role}`).digest('base64url');
  return {
    owner,
    app: { ...owner, user: APP_ROLE, password: secret(APP_ROLE) },
    sweep: { ...owner, user: SWEEP_ROLE, password: secret(SWEEP_ROLE) },
  };
}

/** Reads the owner's login from DATABASE_URL: postgres://user:password@host:port/database?sslmode=…. Throws with what is missing. */
export function ownerFromUrl(text: string): Login {
  if (!URL.canParse(text)) throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  const url = new URL(text);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!/^postgres(ql)?:$/.test(url.protocol) || !url.username || !url.password || !database) {
    throw new Error('DATABASE_URL needs user, password and database: postgres://user:password@host:5432/database.');
  }
  const mode = url.searchParams.get('sslmode');
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(mode && mode !== 'disable' ? { ssl: { rejectUnauthorized: mode.startsWith('verify') } } : {}),
  };
}
