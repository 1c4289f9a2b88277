import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { APP_ROLE, type Logins, SWEEP_ROLE } from './logins.ts';
import { systemTime } from '../time/time.ts';
import type { Login } from './pools.ts';
import { lockTables } from './second-lock.ts';

const directory = fileURLToPath(new URL('../../migrations/', import.meta.url));
const MIGRATION_LOCK = 7_013_204_411;
const OLDEST_SERVER = 150_000;

/** The database cannot be used as it is; the message says what to do. */
export class DatabaseRefused extends Error {}

async function connect(login: Login): Promise<pg.Client> {
  const client = new pg.Client({
    ...login,
    connectionTimeoutMillis: 5_000,
    application_name: 'dealtrail migrate',
  });
  try {
    await client.connect();
  } catch (error) {
    const where = `${login.host ?? 'localhost'}:${login.port ?? 5432}`;
    throw new DatabaseRefused(
      `Cannot reach PostgreSQL at ${where} as ${login.user}: ${(error as Error).message}. Check DATABASE_URL and that the server runs.`,
    );
  }
  return client;
}

async function refuseUnfitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding, current_database() as database`,
  );
  if (rows[0].encoding !== 'UTF8') {
    throw new DatabaseRefused(
      `The database ${rows[0].database} keeps text in ${rows[0].encoding}, which has no room for Chinese names: make it with encoding UTF8.`,
    );
  }
  if (rows[0].version < OLDEST_SERVER) {
    throw new DatabaseRefused(`PostgreSQL ${rows[0].name} is too old: Dealtrail needs 15 or later.`);
  }
}

/** One index over organisation and search words needs this extension; owners of a database may install it. */
async function ensureExtension(client: pg.Client): Promise<void> {
  try {
    await client.query('create extension if not exists btree_gin');
  } catch (error) {
    throw new DatabaseRefused(
      `The extension btree_gin, part of PostgreSQL's contrib package, cannot be installed: ${(error as Error).message}. Install the package, or let an administrator run “create extension btree_gin” in this database.`,
    );
  }
}

/** Whether the role can sign in: a database restored elsewhere, or a new password of the owner, leaves roles behind. */
async function canSignIn(login: Login): Promise<boolean> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 5_000, application_name: 'dealtrail migrate' });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureRole(client: pg.Client, login: Login): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [login.user]);
  const password = client.escapeLiteral(login.password);
  try {
    if (!rowCount)
      await client.query(
        `create role ${client.escapeIdentifier(login.user)} login nosuperuser nocreatedb nocreaterole password ${password}`,
      );
    else await client.query(`alter role ${client.escapeIdentifier(login.user)} password ${password}`);
  } catch (error) {
    // Two nodes or two test workers may make the role at the same moment; one of them has.
    const code = (error as { code?: string }).code;
    if (code === '42710' || code === '23505' || code === 'XX000') return;
    throw new DatabaseRefused(
      `The role in DATABASE_URL must be allowed to create roles (alter role … createrole): ${(error as Error).message}`,
    );
  }
}

async function applied(client: pg.Client): Promise<Set<string>> {
  await client.query(
    'create schema if not exists app; create schema if not exists seen; create schema if not exists sweep; create schema if not exists auth',
  );
  await client.query(
    'create table if not exists auth.migrations (name text constraint migrations_pk primary key, applied_at timestamptz not null)',
  );
  const { rows } = await client.query('select name from auth.migrations');
  return new Set(rows.map((row: { name: string }) => row.name));
}

async function applyOne(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(`${directory}${name}`, 'utf8');
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '2s'`);
    await client.query(text);
    await client.query('insert into auth.migrations (name, applied_at) values ($1, $2)', [name, systemTime().now()]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Names of all migrations in their order; also the fingerprint of the schema. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Brings the schema to this version as the owner, under an advisory lock so that two nodes may start at once;
 * `afterwards` prepares what other rooms keep in the database, at every start, and costs next to nothing when it
 * stands. Returns the names of the migrations it applied; throws DatabaseRefused with a sentence for the operator.
 */
export async function migrate(logins: Logins, afterwards: (client: pg.Client) => Promise<void>): Promise<string[]> {
  const client = await connect(logins.owner);
  try {
    await refuseUnfitServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await applied(client);
    const waiting = (await migrationNames()).filter((name) => !done.has(name));
    const served = waiting.length === 0 && (await canSignIn(logins.app)) && (await canSignIn(logins.sweep));
    if (served && done.size > 0) {
      await afterwards(client);
      return [];
    }
    await ensureExtension(client);
    await ensureRole(client, logins.app);
    await ensureRole(client, logins.sweep);
    for (const name of waiting) await applyOne(client, name);
    await lockTables(client, APP_ROLE, SWEEP_ROLE);
    await afterwards(client);
    return waiting;
  } finally {
    await client.end();
  }
}
