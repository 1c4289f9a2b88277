import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Services } from '../house/services.ts';

const HOUR_MS = 3_600_000;

/** Files of a process that was killed while it read them. */
async function removeLeftovers(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const changedAt = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => before,
    );
    if (changedAt < before) await rm(path, { force: true });
  }
}

/** Gives the work a path of its own for one file and removes the file afterwards, whatever happens. */
export async function withTemporaryFile<Result>(
  { config, time }: Pick<Services, 'config' | 'time'>,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(config.dataDirectory, 'sheets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder, time.now().getTime() - HOUR_MS);
  const path = join(folder, randomUUID());
  try {
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Writes a stream to a path and tells how many bytes it had and their hash. */
export async function writeTo(path: string, stream: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(
    stream,
    async function* hashed(pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    target,
  );
  return { bytes: target.bytesWritten, sha256: hash.digest('hex') };
}
