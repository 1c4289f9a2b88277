import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account PostgreSQL runs under; it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account to run PostgreSQL under: undefined for an ordinary user (itself); for root the owner of the existing
 * cluster, else `postgres`, else `nobody`. A uid without a passwd entry will not do: initdb looks it up.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  return entry === undefined ? { uid: 65534, gid: 65534 } : { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/**
 * The outermost directory on the way to `path` that the account may not pass, such as root's home; undefined when the
 * way is open. Supplementary groups count for nothing: starting a program under another uid drops them.
 */
export function closedDirectory(path: string, account: Account): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : closedDirectory(parent, account);
  if (above !== undefined) return above;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return undefined;
  const pass = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return (stat.mode & pass) === 0 ? path : undefined;
}

/** True when nobody but root could have put `path` there: needed before running a program from it as root's deputy. */
export function belongsToRoot(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o022) === 0;
}
