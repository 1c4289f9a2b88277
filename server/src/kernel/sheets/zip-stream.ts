import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to be put into an archive; its text may be produced while it is written. */
export type ZipContent = { name: string; content: Iterable<string> | AsyncIterable<string> };

const versionNeeded = 20;
/** Bit 3: sizes follow the content; bit 11: names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1980-01-01, the earliest day a zip can name: the same rows give the same bytes. */
const dosDate = 0x21;

/** Packs the files into a zip piece by piece, so that memory stays flat whatever their length (up to 4 GB). */
export async function* zipStream(contents: ZipContent[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of contents) {
    const start = offset;
    const local = localHeader(name);
    offset += local.length;
    yield local;
    const sizes = { crc: 0, packed: 0, inflated: 0 };
    for await (const piece of deflatedPieces(content, sizes)) {
      sizes.packed += piece.length;
      yield piece;
    }
    const descriptor = sizeDescriptor(sizes);
    offset += sizes.packed + descriptor.length;
    yield descriptor;
    directory.push(directoryEntry(name, sizes, start));
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield directoryEnd(contents.length, entries.length, offset);
}

type Sizes = { crc: number; packed: number; inflated: number };

function deflatedPieces(content: ZipContent['content'], sizes: Sizes): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw();
  // The callback may stay empty: an error of the source destroys the deflating stream too, and its reader throws it.
  return pipeline(Readable.from(measured(content, sizes)), deflate, () => {});
}

async function* measured(content: ZipContent['content'], sizes: Sizes): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    sizes.crc = crc32(bytes, sizes.crc);
    sizes.inflated += bytes.length;
    yield bytes;
  }
}

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function sizeDescriptor({ crc, packed, inflated }: Sizes): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(inflated, 12);
  return descriptor;
}

function directoryEntry(name: string, { crc, packed, inflated }: Sizes, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(versionNeeded, 4);
  entry.writeUInt16LE(versionNeeded, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(inflated, 24);
  entry.writeUInt16LE(Buffer.byteLength(name), 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
