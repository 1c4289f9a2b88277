import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { makeFolder, moveDurably } from './durable.ts';
import { contentPlace, incomingFolder, incomingPath } from './places.ts';
import { sniffContentType, sniffedBytes } from './sniff-content-type.ts';

/** A file was not kept, and nothing of it is left: it is larger than allowed, or the disk is full. */
export class FileRefused extends Error {
  readonly code: 'too_large' | 'storage_full';
  constructor(code: 'too_large' | 'storage_full', cause?: unknown) {
    super(`file refused: ${code}`, { cause });
    this.name = 'FileRefused';
    this.code = code;
  }
}

/** What was kept: its content hash, its size, and its kind as its own bytes tell it. */
export type StoredFile = { sha256: string; bytes: number; contentType: string };

/**
 * Keeps the content of a stream under its hash, on disk for good before this resolves: the caller writes its row only
 * afterwards, and content without a row is swept later. Throws FileRefused over `limitBytes` or on a full disk, and the
 * stream's own error when it breaks off; then no byte of it stays.
 */
export async function putFile(
  root: string,
  stream: Readable,
  options: { orgId: string; limitBytes: number },
): Promise<StoredFile> {
  const incoming = incomingPath(root, options.orgId);
  // A client may hang up before the copying listens; the copying will meet the error all the same.
  stream.on('error', () => {});
  try {
    await makeFolder(incomingFolder(root, options.orgId));
    const stored = await receive(stream, incoming, options.limitBytes);
    const { folder, path } = contentPlace(root, options.orgId, stored.sha256);
    await makeFolder(folder);
    // Also over equal content: the fresh time of change keeps the sweep away until the caller's row is there.
    await moveDurably(incoming, path);
    return stored;
  } catch (error) {
    stream.destroy();
    await rm(incoming, { force: true });
    throw isDiskFull(error) ? new FileRefused('storage_full', error) : error;
  }
}

async function receive(stream: Readable, path: string, limitBytes: number): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o600);
  try {
    const stored = await copy(stream, file, limitBytes);
    await file.sync();
    return stored;
  } finally {
    await file.close();
  }
}

async function copy(stream: Readable, file: FileHandle, limitBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer | string>) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    bytes += chunk.length;
    if (bytes > limitBytes) throw new FileRefused('too_large');
    if (head.length < sniffedBytes) head = Buffer.concat([head, chunk.subarray(0, sniffedBytes)]);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), bytes, contentType: sniffContentType(head) };
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
