import { SheetRefused, type SheetLimits } from '../sheet.ts';
import { wideDirectory, wideSizes } from './zip64.ts';

/** One file of the archive as the central directory declares it; sizes in bytes, not to be believed. */
export type ZipEntry = { name: string; method: number; crc: number; packed: number; inflated: number; offset: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
const entryLimit = 2000;
/** Sheet XML packs 10 to 30 times, in odd cases 100; only a bomb packs 10 MB and more beyond 200 times. */
const ratioLimit = 200;
const ratioFloorBytes = 10 * 1024 * 1024;

/**
 * Reads the directory of a zip without inflating anything, keyed by name. Refuses archives that are damaged,
 * encrypted, carry names that lead out of the archive, or declare more than the limits.
 */
export function readZipDirectory(bytes: Buffer, limits: SheetLimits): Map<string, ZipEntry> {
  const end = findEnd(bytes);
  const told = wideDirectory(bytes, end) ?? { count: bytes.readUInt16LE(end + 10), at: bytes.readUInt32LE(end + 16) };
  const { count } = told;
  let { at } = told;
  if (count > entryLimit) throw new SheetRefused('limits', { what: 'entries', limit: entryLimit });
  const entries = new Map<string, ZipEntry>();
  let declared = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw new SheetRefused('broken', { reason: 'zip' });
    const entry = readEntry(bytes, at);
    if (entries.has(entry.name)) throw new SheetRefused('broken', { reason: 'zip_doubled_name' });
    entries.set(entry.name, entry);
    declared += entry.inflated;
    refuseBomb(entry, declared, limits);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const from = bytes.length - endLength;
  for (let at = from; at >= Math.max(0, from - longestComment); at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new SheetRefused('broken', { reason: 'zip_truncated' });
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  if (flags & 1) throw new SheetRefused('encrypted');
  const nameLength = bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
  if (/^\/|^[a-z]:|\0/i.test(name) || name.split('/').includes('..')) {
    throw new SheetRefused('broken', { reason: 'zip_unsafe_name' });
  }
  return {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...wideSizes(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30)), {
      packed: bytes.readUInt32LE(at + 20),
      inflated: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }),
  };
}

function refuseBomb(entry: ZipEntry, declared: number, limits: SheetLimits): void {
  const bomb = entry.inflated > ratioFloorBytes && entry.inflated > entry.packed * ratioLimit;
  if (bomb || declared > limits.inflatedBytes) {
    throw new SheetRefused('limits', { what: 'inflated', limit: limits.inflatedBytes });
  }
}
