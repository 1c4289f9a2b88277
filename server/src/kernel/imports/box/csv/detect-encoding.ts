import { isUtf8 } from 'node:buffer';
import type { SheetEncoding } from '../sheet.ts';

/**
 * Finds the encoding of a delimited text: by its byte order mark, else UTF-8 where the bytes are valid or mostly so,
 * else GB18030 (what Excel in China writes). A few damaged bytes never change the verdict on the rest of the file.
 */
export function detectEncoding(bytes: Buffer): { encoding: SheetEncoding; markBytes: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return { encoding: isUtf8(bytes) || isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030', markBytes: 0 };
}

// Chinese text in GB18030 almost never forms valid UTF-8 sequences, so the majority decides.
function isMostlyUtf8(bytes: Buffer): boolean {
  let valid = 0;
  let invalid = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : sequenceLength(bytes, at, lead);
    if (length === 0) invalid += 1;
    else if (length > 1) valid += 1;
    at += Math.max(length, 1);
  }
  return valid > invalid;
}

function sequenceLength(bytes: Buffer, at: number, lead: number): number {
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let offset = 1; offset < length; offset += 1) {
    if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
