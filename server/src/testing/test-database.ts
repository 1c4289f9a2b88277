import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate, migrationNames } from '../kernel/db/index.ts';
import { type Login, loginsFrom } from '../kernel/db/index.ts';
import { installJobs } from '../kernel/jobs/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    owner: Login;
  }
}

const TEMPLATE_LOCK = 7_013_204_412;

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await migrationNames())
    hash.update(await readFile(new URL(`../migrations/${name}`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

async function asOwner<Result>(owner: Login, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

let made: Promise<Login> | undefined;
let serial = 0;

async function make(): Promise<Login> {
  const owner = inject('owner');
  const template = `house_template_${await fingerprint()}`;
  serial += 1;
  const name = `house_${process.pid}_${serial}`;
  return asOwner(owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (!rowCount) {
      await client.query(`create database ${template}_new`);
      await migrate(loginsFrom({ ...owner, database: `${template}_new` }), installJobs);
      await client.query(`alter database ${template}_new rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template}`);
    return { ...owner, database: name };
  });
}

/** The database of this test file, made from the migrated template at its first use; returns the owner's login. */
export async function testDatabase(): Promise<{ owner: Login }> {
  made ??= make();
  return { owner: await made };
}

/** The next file gets a database of its own; this one goes with the server after the last test. */
export function leaveTestDatabase(): void {
  made = undefined;
}
