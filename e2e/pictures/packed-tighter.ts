import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Red, green, blue: what a browser's screenshot holds of each dot. */
const DOT_BYTES = 3;

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function framed({ type, content }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(content.length, 0);
  named.copy(frame, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}

/** What a filter expects a byte to be, from those left, above and left above (PNG, section 9). */
function expected(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The rows as they are seen, none told by its neighbours. */
function plain(rows: Buffer, width: number): Buffer {
  const stride = width * DOT_BYTES + 1;
  const seen = Buffer.alloc(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const place = at % stride;
    if (place === 0) continue;
    const filter = rows[at - place] ?? 0;
    const left = place > DOT_BYTES ? (seen[at - DOT_BYTES] ?? 0) : 0;
    const above = seen[at - stride] ?? 0;
    const corner = place > DOT_BYTES ? (seen[at - stride - DOT_BYTES] ?? 0) : 0;
    seen[at] = (rows[at] ?? 0) + expected(filter, left, above, corner);
  }
  return seen;
}

/** The same PNG of a screen in fewer bytes: flat areas pack best when no row is told by its neighbours. */
export function packedTighter(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const head = chunks[0]?.content;
  if (head?.[8] !== 8 || head[9] !== 2) throw new Error('not a picture of 8 bits in red, green and blue');
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content)));
  const content = deflateSync(plain(rows, head.readUInt32BE(0)), { level: 9 });
  const others = chunks.filter(({ type }) => type !== 'IDAT' && type !== 'IEND');
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    ...[...others, { type: 'IDAT', content }, { type: 'IEND', content: Buffer.alloc(0) }].map(framed),
  ]);
}
