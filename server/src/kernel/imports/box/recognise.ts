import { SheetRefused } from './sheet.ts';

const binaryKinds: [string, Buffer][] = [
  ['pdf', Buffer.from('%PDF-')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['rar', Buffer.from('Rar!')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['gif', Buffer.from('GIF8')],
];
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const sampleBytes = 65_536;

/**
 * Tells by content, never by name, whether the bytes are an Excel workbook or delimited text; refuses everything else
 * with the kind that was found (`encrypted`, `old_excel`, `not_a_sheet`, `empty`).
 */
export function recognise(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new SheetRefused('empty', { what: 'file' });
  if (startsWith(bytes, zipMagic)) return 'xlsx';
  if (startsWith(bytes, oleMagic)) throw refusalOfCompoundFile(bytes);
  const binary = binaryKinds.find(([, magic]) => startsWith(bytes, magic));
  if (binary) throw new SheetRefused('not_a_sheet', { found: binary[0] });
  refuseMarkup(bytes);
  if (!hasUtf16Mark(bytes) && looksBinary(bytes)) throw new SheetRefused('not_a_sheet', { found: 'binary' });
  return 'csv';
}

function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

// A password-protected .xlsx is not a zip but a compound file, the same outer form as Excel 97.
function refusalOfCompoundFile(bytes: Buffer): SheetRefused {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return new SheetRefused('encrypted');
  if (bytes.includes(Buffer.from('Workbook', 'utf16le')) || bytes.includes(Buffer.from('Book', 'utf16le'))) {
    return new SheetRefused('old_excel', { found: 'xls' });
  }
  return new SheetRefused('not_a_sheet', { found: 'compound' });
}

// Many systems export an HTML table or Excel 2003 XML under the name .xls.
function refuseMarkup(bytes: Buffer): void {
  const start = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (!start.startsWith('<')) return;
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('excel.sheet')) {
    throw new SheetRefused('old_excel', { found: 'xml2003' });
  }
  if (/<(?:html|table|!doctype html|meta|head|body)\b/.test(start)) {
    throw new SheetRefused('not_a_sheet', { found: 'html' });
  }
  if (start.startsWith('<?xml')) throw new SheetRefused('not_a_sheet', { found: 'xml' });
}

// A stray NUL is a damaged row; one byte in twenty is a format of its own.
function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls += 1;
  return nuls * 20 > sample.length;
}
