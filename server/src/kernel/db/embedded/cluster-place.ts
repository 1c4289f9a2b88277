import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, closedDirectory } from './run-as.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * Makes the directory ready and answers where its cluster lives: `<directory>/cluster`, or, when root's project lies
 * below a directory that no other account may pass, a place under /var/lib to which `<directory>/cluster` links.
 */
export function placeCluster(directory: string, account: Account | undefined, say: (line: string) => void): string {
  mkdirSync(directory, { recursive: true });
  if (existsSync(join(directory, 'PG_VERSION'))) {
    throw new StartRefusal(
      'directory_of_another_version',
      `${directory} is the data directory of another PostgreSQL. Set DEALTRAIL_DATA to an empty directory, or DATABASE_URL to that server.`,
    );
  }
  const cluster = join(realpathSync(directory), 'cluster');
  if (account === undefined) {
    refuseUnwritable(directory);
  } else {
    handOver(directory, account);
    const missing = lstatSync(cluster, { throwIfNoEntry: false }) === undefined;
    if (missing && closedDirectory(directory, account) !== undefined) {
      symlinkSync(openPlace(cluster, account, say), cluster);
    }
  }
  const place = linkedPlace(cluster);
  // A backup that root put back belongs to root, whom PostgreSQL does not serve.
  if (account !== undefined && lstatSync(place, { throwIfNoEntry: false })?.uid === 0) giveTree(place, account);
  return place;
}

/** True when nothing was stored at the place yet, so that a cluster may be created there. */
export function isVacant(place: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  const mine = process.geteuid?.() === 0 || stat.uid === process.geteuid?.();
  return mine && readdirSync(place).length === 0;
}

/** Refuses a cluster written by another major version of PostgreSQL or owned by another user. */
export function refuseForeignCluster(cluster: string, major: number): void {
  const owner = lstatSync(cluster).uid;
  const me = process.geteuid?.();
  if (me !== 0 && owner !== me) {
    throw new StartRefusal(
      'directory_of_another_user',
      `${cluster} belongs to another user (uid ${owner}). Start as that user, or set DEALTRAIL_DATA to another directory.`,
    );
  }
  const version = join(cluster, 'PG_VERSION');
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : undefined;
  if (found !== String(major)) {
    throw new StartRefusal(
      'directory_of_another_version',
      `${cluster} was written by ${found === undefined ? 'another program' : `PostgreSQL ${found}`}; this Dealtrail ships PostgreSQL ${major}. Start the Dealtrail that wrote it, or set DEALTRAIL_DATA to an empty directory and restore a backup there.`,
    );
  }
}

/** Where the socket goes: the cluster itself, or a short directory of its own when that path is too long for a socket. */
export function socketDirectory(cluster: string, account: Account | undefined): string {
  // A socket's path ends at 103 bytes on macOS and 107 on Linux; `/.s.PGSQL.5432` takes 14 of them.
  if (Buffer.byteLength(cluster) <= 88) return cluster;
  const short = join('/tmp', `dealtrail-${shortHash(cluster)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const stat = lstatSync(short);
  const uid = account?.uid ?? process.geteuid?.();
  if (account !== undefined && stat.isDirectory() && stat.uid === 0) {
    handOver(short, account);
  } else if (!stat.isDirectory() || stat.uid !== uid) {
    throw new StartRefusal(
      'directory_of_another_user',
      `The socket directory ${short} belongs to another user. Remove it, or choose a DEALTRAIL_DATA with a shorter path.`,
    );
  }
  return short;
}

function linkedPlace(cluster: string): string {
  if (!lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink()) return cluster;
  const place = readlinkSync(cluster);
  if (!existsSync(dirname(place))) {
    throw new StartRefusal(
      'database_failed',
      `${cluster} links to ${place}, which is gone. Bring it back, or remove the link to start with an empty database.`,
    );
  }
  return place;
}

function refuseUnwritable(directory: string): void {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartRefusal(
      'directory_of_another_user',
      `${directory} may not be written by this user. Start as the user who owns it, or set DEALTRAIL_DATA to another directory.`,
      cause,
    );
  }
}

function handOver(directory: string, account: Account): void {
  chownSync(directory, account.uid, account.gid);
  chmodSync(directory, 0o700);
}

function giveTree(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) giveTree(join(path, entry), account);
}

function openPlace(cluster: string, account: Account, say: (line: string) => void): string {
  const place = join('/var/lib/dealtrail', shortHash(cluster), 'cluster');
  mkdirSync(dirname(place), { recursive: true });
  chmodSync(dirname(dirname(place)), 0o755);
  handOver(dirname(place), account);
  say(`the database lives in ${place}: PostgreSQL cannot run as root, and no other account may enter ${cluster}`);
  return place;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
