import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './start-embedded.ts';

const LAUNCHER = pathToFileURL(join(import.meta.dirname, 'start-embedded.ts')).href;
const ROOT = process.geteuid?.() === 0;
const started: EmbeddedPostgres[] = [];
const directories: string[] = [];
const used: string[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dealtrail-embedded-'));
  chmodSync(directory, 0o755);
  directories.push(directory);
  used.push(directory);
  return join(directory, 'postgres');
}

async function start(directory: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ directory, durable });
  started.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string, database = 'dealtrail'): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...server.owner, database });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Starts the database from a process of its own and resolves when it answered, or with what it printed at its end. */
function startElsewhere(directory: string, account: object = {}): Promise<{ child: ChildProcess; printed: string }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(LAUNCHER)};
    try {
      const server = await startEmbedded({ directory: ${JSON.stringify(directory)}, durable: false });
      console.log('pid ' + server.pid);
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.name + ' ' + error.code);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (printed: string) => resolve({ child, printed: printed.trim() }));
  });
}

function killAndWait(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

test('the first start creates a database in which Chinese words can be searched and the owner is no superuser', async () => {
  const server = await start(freshDirectory());

  expect(server.adopted).toBe(false);
  const [role] = await ask(
    server,
    'select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false, rolcreaterole: true, rolcreatedb: true });
  const [trigrams] = await ask(server, `select cardinality(show_trgm('华为')) as n`);
  expect(trigrams).toEqual({ n: 3 });
  await ask(server, 'create database another');
  const extensions = await ask(server, 'select extname from pg_extension order by 1', 'another');
  expect(extensions.map((row) => row['extname'])).toEqual(['btree_gin', 'pg_trgm', 'plpgsql']);
});

test('the passwords are readable by the owner of the cluster alone and are needed to connect', async () => {
  const directory = freshDirectory();
  const server = await start(directory);

  expect(statSync(join(directory, 'cluster', 'dealtrail-credentials.json')).mode & 0o777).toBe(0o600);
  const intruder = new pg.Client({ ...server.owner, password: 'guess' });
  await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
});

test('a second start adopts the running server, which ends with the last who needs it', async () => {
  const directory = freshDirectory();
  const first = await start(directory);
  const second = await start(directory);
  expect(second).toMatchObject({ adopted: true, pid: first.pid, owner: first.owner });

  await first.stop();
  expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
  await expect(ask(second, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
});

test('two first starts at the same moment share one database', async () => {
  const directory = freshDirectory();
  const [one, other] = await Promise.all([start(directory), start(directory)]);
  expect(one.pid).toBe(other.pid);
  expect(one.owner).toEqual(other.owner);
});

test('a stopped database starts again with what it held', async () => {
  const directory = freshDirectory();
  const before = await start(directory);
  await ask(before, `create table kept as select '商迹' as name`);
  await before.stop();

  const after = await start(directory);
  expect(after.adopted).toBe(false);
  expect(await ask(after, 'select name from kept')).toEqual([{ name: '商迹' }]);
});

test('a server that is killed while needed comes back at the same address with every committed row', async () => {
  const server = await start(freshDirectory(), true);
  await ask(server, 'create table kept as select 7 as n');
  const killed = server.pid;
  process.kill(killed, 'SIGKILL');

  await expect.poll(() => server.pid, { timeout: 10_000 }).not.toBe(killed);
  expect(await ask(server, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('after kill -9 of the application the orphaned server is adopted', async () => {
  const directory = freshDirectory();
  const { child, printed } = await startElsewhere(directory);
  await killAndWait(child);

  const server = await start(directory);
  expect(server.adopted).toBe(true);
  expect(`pid ${server.pid}`).toBe(printed);
});

test('after kill -9 of both sides the next start recovers, even when the old process number is in use again', async () => {
  const directory = freshDirectory();
  const { child, printed } = await startElsewhere(directory);
  await killAndWait(child);
  process.kill(Number(printed.slice(4)), 'SIGKILL');
  await pause(100);
  const pidFile = join(directory, 'cluster', 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));

  const server = await start(directory);
  expect(server.adopted).toBe(false);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a directory of another PostgreSQL version is refused and left as it is', async () => {
  const directory = freshDirectory();
  const server = await start(directory);
  await server.stop();
  const version = join(directory, 'cluster', 'PG_VERSION');
  writeFileSync(version, '15\n');

  await expect(startEmbedded({ directory })).rejects.toMatchObject({ code: 'directory_of_another_version' });
  expect(readFileSync(version, 'utf8')).toBe('15\n');
});

test.each([
  ['the data directory of another server', 'PG_VERSION'],
  ['a cluster folder with foreign files in it', 'cluster/notes.txt'],
])('%s is refused', async (_, file) => {
  const directory = freshDirectory();
  mkdirSync(join(directory, 'cluster'), { recursive: true });
  writeFileSync(join(directory, file), '15\n');
  await expect(startEmbedded({ directory })).rejects.toMatchObject({ code: 'directory_of_another_version' });
});

test('a directory that the user may not write is refused', async () => {
  const directory = freshDirectory();
  mkdirSync(directory, { mode: 0o500 });
  const { printed } = await startElsewhere(directory, ROOT ? { uid: 65534, gid: 65534 } : {});
  expect(printed).toBe('StartRefusal directory_of_another_user');
});

test('the cluster of another user is refused', async () => {
  const directory = freshDirectory();
  mkdirSync(join(directory, 'cluster'), { recursive: true });
  writeFileSync(join(directory, 'cluster', 'PG_VERSION'), '18\n');
  chmodSync(directory, 0o777);
  chmodSync(join(directory, 'cluster'), 0o000);
  const { printed } = await startElsewhere(directory, ROOT ? { uid: 65534, gid: 65534 } : {});
  expect(printed).toBe('StartRefusal directory_of_another_user');
  chmodSync(join(directory, 'cluster'), 0o700);
});

test('a path too long for a socket gets its socket elsewhere', async () => {
  const directory = join(freshDirectory(), '销售'.repeat(20));
  const server = await start(directory);
  expect(server.owner.host).toMatch(/^\/tmp\/dealtrail-[0-9a-f]{12}$/);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  rmSync(server.owner.host, { recursive: true, force: true });
});

test('no server is left behind', () => {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
  expect(used.filter((directory) => stdout.includes(directory))).toEqual([]);
});
