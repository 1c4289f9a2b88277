import { betterAuth } from 'better-auth';
import { Kysely, PostgresDialect } from 'kysely';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/index.ts';

/** A browser session ends this long after the sign-in, whatever happens. */
const SESSION_SECONDS = 12 * 3_600;

/** Sets up the account library: passwords, sessions and their cookies, in the schema `auth`. */
export function signInLibrary(config: Config, database: Database, secret: string) {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: database.writes }) }).withSchema('auth');
  return betterAuth({
    database: { db: db as never, type: 'postgres' },
    secret,
    baseURL: config.publicUrl,
    // Accounts are made with their member, in one transaction of ours: never by signing up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'dealtrail',
      useSecureCookies: config.publicUrl.startsWith('https:'),
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The account library, as this room uses it. */
export type SignInLibrary = ReturnType<typeof signInLibrary>;
