import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { SheetRefused } from '../sheet.ts';
import type { ZipEntry } from './zip-directory.ts';

const localSignature = 0x04034b50;
const stored = 0;
const deflated = 8;
const storedChunkBytes = 256 * 1024;

/**
 * Inflates one file of the archive piece by piece. Stops as soon as more comes out than the directory declared, and
 * checks length and checksum at the end.
 */
export async function* inflateEntry(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  let length = 0;
  let crc = 0;
  try {
    for await (const chunk of piecesOf(packedBytes(bytes, entry), entry.method)) {
      length += chunk.length;
      if (length > entry.inflated) throw new SheetRefused('limits', { what: 'inflated_more_than_declared' });
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw isInflateFault(error) ? new SheetRefused('broken', { reason: 'zip_damaged' }) : error;
  }
  if (length !== entry.inflated || crc !== entry.crc) throw new SheetRefused('broken', { reason: 'zip_damaged' });
}

function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) {
    throw new SheetRefused('broken', { reason: 'zip_damaged' });
  }
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + entry.packed > bytes.length) throw new SheetRefused('broken', { reason: 'zip_truncated' });
  return bytes.subarray(from, from + entry.packed);
}

function piecesOf(packed: Buffer, method: number): Iterable<Buffer> | AsyncIterable<Buffer> {
  if (method === stored) return slices(packed);
  if (method !== deflated) throw new SheetRefused('broken', { reason: 'zip_method', method });
  return Readable.from(slices(packed)).pipe(createInflateRaw({ chunkSize: storedChunkBytes }));
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += storedChunkBytes) yield bytes.subarray(at, at + storedChunkBytes);
}

function isInflateFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
