const plain = 'application/octet-stream';
const office = 'application/vnd.openxmlformats-officedocument';

/** The first bytes that `sniffContentType` wants to see. */
export const sniffedBytes = 4096;

/**
 * Tells the kind of a file from its first bytes, never from its name: pictures, PDF, MP4, zip and the three Office kinds.
 * Everything else, above all HTML, SVG and script, is application/octet-stream, which no browser shows.
 */
export function sniffContentType(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sniffedBytes));
  const text = bytes.toString('latin1');
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp';
  if (text.startsWith('ftyp', 4) && /^(?:isom|iso[2-6]|mp4[12]|avc1|M4V )/.test(text.slice(8, 12))) return 'video/mp4';
  return text.startsWith('PK\x03\x04') ? zipKind(text) : plain;
}

// Office writes its list of parts first, and their folders tell the program.
function zipKind(text: string): string {
  if (!text.includes('[Content_Types].xml') && !text.includes('_rels/.rels')) return 'application/zip';
  if (text.includes('xl/')) return `${office}.spreadsheetml.sheet`;
  if (text.includes('word/')) return `${office}.wordprocessingml.document`;
  if (text.includes('ppt/')) return `${office}.presentationml.presentation`;
  return 'application/zip';
}
