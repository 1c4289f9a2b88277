import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Queue } from 'pg-boss';
import { APP_ROLE } from '../db/index.ts';

/** Schema in the database that belongs to the job queue alone. */
const SCHEMA = 'pgboss';

/** Reactions to events wait here. */
export const REACT = 'react';
/** What failed every try waits here for a person. */
export const REACT_DEAD = 'react_dead';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

// Twelve tries, doubled from 2 seconds up to an hour, are about five hours: longer than a restart or a bad deployment.
const queues: readonly Queue[] = [
  { name: REACT_DEAD, retentionSeconds: 365 * DAY_S, deleteAfterSeconds: 7 * DAY_S },
  {
    name: REACT,
    deadLetter: REACT_DEAD,
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: HOUR_S,
    expireInSeconds: 120,
    retentionSeconds: 30 * DAY_S,
    deleteAfterSeconds: HOUR_S,
  },
];

/** The queue as every process uses it: no DDL, no schedules, no upkeep that needs to own the tables. */
export const queueSettings = {
  schema: SCHEMA,
  migrate: false,
  createSchema: false,
  schedule: false,
  reindex: false,
  monitorVacuum: false,
} as const;

/** What the queue's schema must have been made from: the version the installed package works with, and our queues. */
async function wantedSchema(): Promise<string> {
  const description = fileURLToPath(import.meta.resolve('pg-boss/package.json'));
  const { pgboss } = JSON.parse(await readFile(description, 'utf8')) as { pgboss: { schema: number } };
  const ours = createHash('sha256').update(JSON.stringify(queues)).digest('base64url').slice(0, 12);
  return `pg-boss ${pgboss.schema}, queues ${ours}`;
}

/**
 * Installs or updates the job queue's own schema as the owner, makes its queues and lets the application role use them.
 * Runs at every start, under the lock of the migrations: an upgraded package or a changed queue needs no migration of
 * ours. When the schema says that it was made from the same, that one look is all.
 */
export async function installJobs(client: pg.Client): Promise<void> {
  const wanted = await wantedSchema();
  const { rows } = await client.query(
    `select obj_description(n.oid, 'pg_namespace') as made from pg_namespace n join pg_roles r on r.rolname = $2
     where n.nspname = $1 and has_schema_privilege(r.oid, n.oid, 'usage')`,
    [SCHEMA, APP_ROLE],
  );
  if (rows[0]?.made === wanted) return;
  await install(client);
  await client.query(`comment on schema ${SCHEMA} is ${client.escapeLiteral(wanted)}`);
}

async function install(client: pg.Client): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    ...queueSettings,
    migrate: true,
    createSchema: true,
    supervise: false,
    db: { executeSql: (text, values) => client.query(text, values) },
  });
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    for (const { name, ...options } of queues) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0]) throw failures[0];
  await client.query(`
    grant usage on schema ${SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE}`);
}
