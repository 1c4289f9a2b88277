import { copyFile, link, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentPlace, incomingFolder, incomingPath, isContentName, organizationFolder } from './places.ts';

/** What a sweep took away. */
export type Swept = { orphans: number; unfinished: number; bytes: number };

/** Hashes asked about at once. */
const batch = 500;

/**
 * Removes content of one organisation that changed last before `olderThan` and that no row names, and uploads that never
 * ended. `isKnown` gets up to 500 hashes and answers with those that rows name. Safe beside uploads of equal content.
 */
export async function sweepOrphans(
  root: string,
  orgId: string,
  isKnown: (sha256s: string[]) => Promise<Set<string>>,
  olderThan: Date,
): Promise<Swept> {
  const swept: Swept = { orphans: 0, unfinished: 0, bytes: 0 };
  const folder = organizationFolder(root, orgId);
  for (const digits of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(digits)) continue;
    const old = await olderNames(join(folder, digits), olderThan);
    for (let at = 0; at < old.length; at += batch) {
      const asked = old.slice(at, at + batch);
      const known = await isKnown(asked);
      for (const sha256 of asked) if (!known.has(sha256)) await removeOrphan(root, orgId, sha256, olderThan, swept);
    }
  }
  await removeUnfinished(incomingFolder(root, orgId), olderThan, swept);
  return swept;
}

async function olderNames(folder: string, olderThan: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of await namesIn(folder)) {
    if (isContentName(name) && (await changedAt(join(folder, name))) < olderThan.getTime()) old.push(name);
  }
  return old;
}

// An upload of equal content may replace the file at any moment, so it is moved aside first and looked at again there.
async function removeOrphan(root: string, orgId: string, sha256: string, olderThan: Date, swept: Swept): Promise<void> {
  const { path } = contentPlace(root, orgId, sha256);
  const aside = incomingPath(root, orgId);
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const { mtimeMs, size } = await stat(aside);
  if (mtimeMs >= olderThan.getTime()) {
    await putBack(aside, path);
  } else {
    swept.orphans += 1;
    swept.bytes += size;
  }
  await rm(aside, { force: true });
}

// Yet another equal upload may have come meanwhile, which is as good; disks without links get a copy.
async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await copyFile(aside, path);
  }
}

async function removeUnfinished(folder: string, olderThan: Date, swept: Swept): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if ((await changedAt(path)) >= olderThan.getTime()) continue;
    await rm(path, { force: true });
    swept.unfinished += 1;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

// A file that went meanwhile counts as just changed: it is nobody's orphan.
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}
