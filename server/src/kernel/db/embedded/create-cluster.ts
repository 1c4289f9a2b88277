import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CREDENTIALS_FILE, type Credentials, newCredentials } from './credentials.ts';
import type { NativeBinaries } from './native-binaries.ts';
import type { Account } from './run-as.ts';
import { isRunning } from './postmaster.ts';
import { runProgram } from './run-program.ts';
import { refusalFrom } from './start-refusal.ts';

/** The configuration file of ours that the cluster includes. */
export const SETTINGS_FILE = 'dealtrail.conf';

interface Order {
  cluster: string;
  binaries: NativeBinaries;
  account: Account | undefined;
  durable: boolean;
}

/**
 * Creates the cluster with its roles, database and extensions, complete or not at all: it is made in a draft folder
 * and renamed, so a power cut or a second starter never leaves a half-made cluster in its place.
 */
export async function createCluster(order: Order): Promise<void> {
  const { cluster, account, durable } = order;
  clearAbandonedDrafts(cluster);
  const draft = mkdtempSync(`${cluster}.draft-${process.pid}-`);
  try {
    if (account !== undefined) chownSync(draft, account.uid, account.gid);
    const credentials = newCredentials();
    await initialise(draft, credentials, order);
    appendFileSync(join(draft, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
    writeOwned(draft, SETTINGS_FILE, '', account);
    await provision(draft, credentials, order);
    writeOwned(draft, CREDENTIALS_FILE, JSON.stringify(credentials, null, 2), account);
    if (durable) persist(draft, ['postgresql.conf', SETTINGS_FILE, CREDENTIALS_FILE, '.']);
    renameSync(draft, cluster);
    if (durable) persist(dirname(cluster), ['.']);
  } catch (error) {
    // A second starter was first: its cluster stands, ours is not needed.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initialise(draft: string, credentials: Credentials, { cluster, binaries, account, durable }: Order) {
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, credentials.postgres, { mode: 0o600 });
  try {
    if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
    const result = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--no-instructions',
        // With the C locale pg_trgm sees no letters in Chinese words and search on them finds nothing.
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${systemLocale()}`,
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    );
    if (!result.ok) throw refusalFrom(result.said, dirname(cluster));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Roles, database and extensions; template1 carries the extensions, so each database made later has them. */
async function provision(draft: string, credentials: Credentials, { cluster, binaries, account, durable }: Order) {
  const statements = [
    'create extension pg_trgm',
    'create extension btree_gin',
    `create role dealtrail_owner login nosuperuser createrole createdb password '${credentials.dealtrail_owner}'`,
    `create role dealtrail_keeper login nosuperuser password '${credentials.dealtrail_keeper}'`,
    'create database dealtrail owner dealtrail_owner',
  ];
  // Single-user mode takes one statement a line and needs no password, socket or second start.
  const sync = durable ? [] : ['-c', 'fsync=off'];
  const input = statements.map((statement) => `${statement};\n`).join('');
  const result = await runProgram(binaries.postgres, ['--single', '-D', draft, ...sync, 'template1'], account, input);
  if (!result.ok || /^.*(ERROR|FATAL|PANIC):/m.test(result.said)) throw refusalFrom(result.said, dirname(cluster));
}

function systemLocale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

function writeOwned(folder: string, name: string, text: string, account: Account | undefined): void {
  const file = join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  if (account !== undefined) chownSync(file, account.uid, account.gid);
}

/** Waits until files and folders are on disk: after a power cut the cluster must not be missing beside its data. */
function persist(folder: string, names: string[]): void {
  for (const name of names) {
    const fd = openSync(join(folder, name), 'r');
    fsyncSync(fd);
    closeSync(fd);
  }
}

function clearAbandonedDrafts(cluster: string): void {
  const prefix = `${basename(cluster)}.draft-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(prefix) || isRunning(Number.parseInt(name.slice(prefix.length), 10))) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}
