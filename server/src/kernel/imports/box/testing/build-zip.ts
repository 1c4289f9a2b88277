import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a test archive; whatever is given besides name and content is written in place of the truth. */
export type ForgedEntry = {
  name: string;
  content: string | Buffer;
  packed?: Buffer;
  method?: number;
  flags?: number;
  crc?: number;
  inflated?: number;
};

/** A directory entry as it is written where sizes may pass 4 GB: all ones, and the truth in an extra field. */
function widened(fields: Buffer, offset: number, name: Buffer): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(18)), 4);
  extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(14)), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  const narrow = Buffer.from(fields);
  narrow.fill(0xff, 14, 22);
  narrow.writeUInt16LE(extra.length, 24);
  const place = Buffer.alloc(14);
  place.fill(0xff, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), narrow, place, name, extra]);
}

/** The end of an archive in the wide form, before the plain end whose numbers are all ones. */
function wideEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}

/** Builds a zip byte by byte, so that a test can lie in any place of it; `wide` writes it in the form for over 4 GB. */
export function buildZip(entries: ForgedEntry[], wide = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.packed ?? (entry.method === 0 ? content : deflateRawSync(content));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0, 2);
    fields.writeUInt16LE(entry.method ?? 8, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.inflated ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const plain = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, name]);
    directory.push(wide ? widened(fields, offset, name) : plain);
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  if (wide) end.fill(0xff, 4, 16);
  const widening = wide ? [wideEnd(entries.length, list.length, offset)] : [];
  return Buffer.concat([...parts, list, ...widening, Buffer.from('PK\x05\x06'), end]);
}
