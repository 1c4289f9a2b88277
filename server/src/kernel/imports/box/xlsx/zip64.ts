import { SheetRefused } from '../sheet.ts';

const locatorSignature = 0x07064b50;
const endSignature = 0x06064b50;
const locatorLength = 20;
const wide = 0xffff_ffff;
const extraTag = 1;

function exact(value: bigint): number {
  // No number inside a file of 20 MB is beyond exact integers, whatever the file says.
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new SheetRefused('broken', { reason: 'zip_damaged' });
  return Number(value);
}

/**
 * Number of entries and place of the directory of an archive in the form for more than 4 GB. Apache POI and what is
 * built on it write small workbooks in that form too. Undefined for a plain archive; `end` is where its end stands.
 */
export function wideDirectory(bytes: Buffer, end: number): { count: number; at: number } | undefined {
  const locator = end - locatorLength;
  if (locator < 0 || bytes.readUInt32LE(locator) !== locatorSignature) return undefined;
  const at = exact(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > locator || bytes.readUInt32LE(at) !== endSignature) {
    throw new SheetRefused('broken', { reason: 'zip_damaged' });
  }
  return { count: exact(bytes.readBigUInt64LE(at + 32)), at: exact(bytes.readBigUInt64LE(at + 48)) };
}

/** Sizes and place of an entry; those written as all ones stand in its extra field, in this order. */
export function wideSizes(
  extra: Buffer,
  sizes: { inflated: number; packed: number; offset: number },
): { inflated: number; packed: number; offset: number } {
  const values = valuesIn(extra);
  const read = (narrow: number) => (narrow === wide ? (values.shift() ?? narrow) : narrow);
  return { inflated: read(sizes.inflated), packed: read(sizes.packed), offset: read(sizes.offset) };
}

function valuesIn(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + length);
    if (extra.readUInt16LE(at) === extraTag) {
      return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => exact(field.readBigUInt64LE(i * 8)));
    }
    at += 4 + length;
  }
  return [];
}
