import { sql } from 'kysely';
import type { Database, RowOf, Tx } from '../../kernel/db/index.ts';
import { DEMO_NAME } from '../company/people.ts';
import { demosTable } from '../tables.ts';

/** The demo of an organisation as the organisation itself keeps it. */
export type DemoRow = RowOf<'demos'>;

/** Query for the newest demo of an organisation, whatever became of it. */
export function newestDemo(homeOrgId: string) {
  return sql<DemoRow>`
    select * from seen.demos where org_id = ${homeOrgId}::uuid order by created_at desc, id desc limit 1`;
}

/** Notes that a demo is wanted; whoever looks for work makes it. */
export async function insertDemo(tx: Tx, order: { days: number; leads: number }): Promise<void> {
  const now = tx.time.now();
  await tx.insert(demosTable, [
    {
      id: tx.time.newId(),
      name: DEMO_NAME,
      state: 'asked',
      ...order,
      done: 0,
      attempts: 0,
      askedBy: tx.origin.actorId ?? '',
      createdAt: now,
      stoodAt: null,
      beatAt: now,
      version: 1,
    },
  ]);
}

/** Locks the newest demo of the organisation of this transaction. */
export async function lockDemo(tx: Tx): Promise<DemoRow | undefined> {
  const newest = await tx.maybe(newestDemo(tx.orgId));
  return newest && tx.lock(demosTable, { id: newest.id });
}

/** Saves a demo that was locked. */
export function saveDemo(tx: Tx, demo: DemoRow, patch: Partial<Omit<DemoRow, 'orgId' | 'id'>>): Promise<DemoRow> {
  return tx.update(demosTable, demo, { ...patch, beatAt: tx.time.now() });
}

/** Says that the demo is still being made, and how far it is; false when somebody else has taken it over. */
export async function beat(tx: Tx, demo: DemoRow, done: number): Promise<boolean> {
  const beaten = await tx.run({
    text: `update app.demos set done = $3, beat_at = $4 where org_id = $1 and id = $2 and state = 'playing' and attempts = $5`,
    values: [tx.orgId, demo.id, done, tx.time.now(), demo.attempts],
  });
  return beaten.rowCount === 1;
}

/** Notes who was made up for a demo, inside its own transaction: only they may be looked through. */
export async function insertDemoPeople(
  tx: Tx,
  homeOrgId: string,
  people: Iterable<{ readonly memberId: string; readonly userId: string }>,
): Promise<void> {
  for (const { memberId, userId } of people)
    await tx.run({
      text: 'insert into auth.demo_people (org_id, member_id, user_id, home_org_id) values ($1, $2, $3, $4)',
      values: [tx.orgId, memberId, userId, homeOrgId],
    });
}

/** The organisation a demo belongs to; undefined when this is no demo. */
export async function homeOf(database: Database, orgId: string): Promise<string | undefined> {
  const { rows } = await database.writes.query({
    name: 'demo_home',
    text: 'select home_org_id from auth.demo_people where org_id = $1 limit 1',
    values: [orgId],
  });
  return (rows[0] as { home_org_id: string } | undefined)?.home_org_id;
}

/** Who was made up for a demo, in the order they were. */
export async function madeUp(database: Database, demoOrgId: string): Promise<string[]> {
  const { rows } = await database.writes.query({
    name: 'demo_people',
    text: 'select member_id from auth.demo_people where org_id = $1 order by member_id',
    values: [demoOrgId],
  });
  return (rows as { member_id: string }[]).map(({ member_id }) => member_id);
}

/** Longest the clearing of a demo may take; it is one act that leaves all or nothing. */
const CLEARING_LIMIT = '5min';

/** Takes every row of a demo away, of whatever chapter. Throws when the organisation is none, or still stands. */
export async function clearDemo(database: Database, homeOrgId: string, demoOrgId: string): Promise<void> {
  const client = await database.writes.connect();
  try {
    await client.query(`begin; set local statement_timeout = '${CLEARING_LIMIT}'`);
    await client.query('select auth.clear_demo($1::uuid, $2::uuid)', [homeOrgId, demoOrgId]);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
