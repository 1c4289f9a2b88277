import type { Database, Statement, Tx } from '../db/index.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Trace } from './trace.ts';

/** A browser session ends this long after the sign-in, whatever happens. */
export const SESSION_SECONDS = 12 * 3_600;
/** How exactly "last used" is known: more would be a write with every request. */
export const SEEN_MS = 5 * 60_000;

/** Opens a session inside the caller's transaction and returns its token, of which only the hash is kept. */
export async function insertSession(tx: Tx, userId: string, trace: Trace): Promise<string> {
  const token = newSecret('');
  const now = tx.time.now();
  await tx.run({
    text: `insert into auth."session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId")
      values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    values: [
      tx.time.newId(),
      new Date(now.getTime() + SESSION_SECONDS * 1000),
      hashOf(token),
      now,
      trace.peer,
      trace.device,
      userId,
    ],
  });
  return token;
}

/** Notes that a session was used. */
export async function seeSession(database: Database, tokenHash: string, now: Date): Promise<void> {
  await database.writes.query({
    name: 'session_seen',
    text: 'update auth."session" set "updatedAt" = $2 where "token" = $1 and "updatedAt" < $2',
    values: [tokenHash, now],
  });
}

/** Ends every session of an account inside the caller's transaction, but for the one with this hash; returns how many. */
export async function endSessions(tx: Tx, userId: string, exceptHash = ''): Promise<number> {
  const ended = await tx.run({
    text: 'delete from auth."session" where "userId" = $1 and "token" <> $2',
    values: [userId, exceptHash],
  });
  return ended.rowCount ?? 0;
}

/** Ends one session of an account; false when it has none with this id. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const ended = await tx.run({
    text: 'delete from auth."session" where "userId" = $1 and "id" = $2',
    values: [userId, id],
  });
  return ended.rowCount === 1;
}

/** The living sessions of an account, the last used first. */
export function sessionsOf(userId: string, now: Date): Statement {
  return {
    text: `select "id", "token", "ipAddress" as peer, "userAgent" as device, "createdAt" as "createdAt", "updatedAt" as "seenAt"
      from auth."session" where "userId" = $1 and "expiresAt" > $2 order by "updatedAt" desc, "id" limit 100`,
    values: [userId, now],
  };
}

/** Ends the session with this hash; false when it ended before. */
export async function endSessionWith(tx: Tx, tokenHash: string): Promise<boolean> {
  const ended = await tx.run({ text: 'delete from auth."session" where "token" = $1', values: [tokenHash] });
  return ended.rowCount === 1;
}
