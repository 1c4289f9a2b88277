import type { Database, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import { hashOf, newSecret } from './secrets.ts';

/** True until the first organisation stands. */
export async function setUpIsOpen(database: Database): Promise<boolean> {
  const { rows } = await database.writes.query(`select closed_at from auth.doors where name = 'set-up'`);
  return rows[0]?.closed_at === null;
}

/**
 * Opens the door on an empty installation and returns the one-time token of this start, or undefined when the door is
 * closed. Each start makes a new token; the one printed last is the one that works.
 */
export async function openSetUpDoor(database: Database): Promise<string | undefined> {
  const token = newSecret('set_');
  const { rowCount } = await database.writes.query(
    `insert into auth.doors (name, token_hash) values ('set-up', $1)
     on conflict on constraint doors_pk do update set token_hash = excluded.token_hash where doors.closed_at is null`,
    [hashOf(token)],
  );
  return rowCount ? token : undefined;
}

/** Closes the door inside the transaction that makes the first organisation; `token` undefined comes from the operator's own command line. */
export async function closeSetUpDoor(tx: Tx, token: string | undefined): Promise<void> {
  const { rows } = await tx.run({
    text: `select closed_at, token_hash from auth.doors where name = 'set-up' for update`,
    values: [],
  });
  const door = rows[0] as { closed_at: Date | null; token_hash: string } | undefined;
  if (!door || door.closed_at) throw problem('set_up_closed');
  if (token !== undefined && hashOf(token) !== door.token_hash) throw problem('set_up_token_wrong');
  await tx.run({
    text: `update auth.doors set closed_at = $1, token_hash = null where name = 'set-up'`,
    values: [tx.time.now()],
  });
}
