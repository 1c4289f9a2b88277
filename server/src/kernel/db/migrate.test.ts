import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { installJobs } from '../jobs/index.ts';
import { DatabaseRefused, loginsFrom, migrate, migrationNames } from './index.ts';

const owner = inject('owner');

async function asOwner<Result>(work: (client: pg.Client) => Promise<Result>, database = owner.database) {
  const client = new pg.Client({ ...owner, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database as an operator would make it: nothing of ours in it, not even an extension. */
async function emptyDatabase(name: string, more = ''): Promise<string> {
  const database = `${name}_${process.pid}`;
  await asOwner(async (client) => {
    await client.query(`drop database if exists ${database}`);
    await client.query(`create database ${database} template template0 ${more}`);
  });
  return database;
}

test('a plain database of an operator is made ready, and ready it is left alone', async () => {
  const database = await emptyDatabase('plain');
  const logins = loginsFrom({ ...owner, database });
  expect(await migrate(logins, installJobs)).toEqual(await migrationNames());
  expect(await migrate(logins, installJobs)).toEqual([]);
  const rows = await asOwner((client) => client.query('select extname from pg_extension order by 1'), database);
  expect(rows.rows.map((row: { extname: string }) => row.extname)).toContain('btree_gin');
});

test('a database that cannot hold Chinese names is refused with what to do', async () => {
  const database = await emptyDatabase('ascii', `encoding 'SQL_ASCII' locale_provider libc locale 'C'`);
  const refused = migrate(loginsFrom({ ...owner, database }), installJobs);
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow(/encoding UTF8/);
});
