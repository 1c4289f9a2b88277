import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { contentPlace } from './places.ts';

/** Bytes `from` to `to`, both included, counted from 0. */
export type ByteRange = { from: number; to: number };

/** Content that a row names is not on disk: a fault of ours, never of the person asking. */
export class FileLost extends Error {
  constructor(sha256: string, cause?: unknown) {
    super(`content ${sha256} is not in the store`, { cause });
    this.name = 'FileLost';
  }
}

/** Opens stored content, whole or a range of it, with the size of the whole. Throws FileLost. */
export async function openFile(
  root: string,
  orgId: string,
  sha256: string,
  range?: ByteRange,
): Promise<{ stream: ReadStream; bytes: number }> {
  const { path } = contentPlace(root, orgId, sha256);
  const file = await open(path, 'r').catch((error: unknown) => {
    throw isMissing(error) ? new FileLost(sha256, error) : error;
  });
  const { size } = await file.stat();
  const stream = file.createReadStream(range ? { start: range.from, end: range.to } : {});
  return { stream, bytes: size };
}

/** Reads stored content through and tells whether it still is what its name says. */
export async function verifyFile(
  root: string,
  orgId: string,
  sha256: string,
): Promise<'sound' | 'damaged' | 'missing'> {
  const { path } = contentPlace(root, orgId, sha256);
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
  return hash.digest('hex') === sha256 ? 'sound' : 'damaged';
}

/**
 * Reads a Range header against the size of the whole. One range is honoured, cut at the end of the file; several, or
 * what cannot be read, means the whole file (RFC 9110, 14.2); a range that lies behind the end is `unsatisfiable` (416).
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const found = header?.match(/^bytes=(\d{0,15})-(\d{0,15})$/);
  if (!found || (found[1] === '' && found[2] === '')) return 'whole';
  const [, first = '', last = ''] = found;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'unsatisfiable' : { from: bytes - length, to: bytes - 1 };
  }
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return 'whole';
  return from >= bytes ? 'unsatisfiable' : { from, to };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
