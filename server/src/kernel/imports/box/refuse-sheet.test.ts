import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildWorkbook, deflatedRepeats } from './testing/build-workbook.ts';
import { buildZip } from './testing/build-zip.ts';
import { peek, readAll } from './testing/read-all.ts';

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const compound = (stream: string) =>
  Buffer.concat([ole, Buffer.alloc(1000), Buffer.from(stream, 'utf16le'), Buffer.alloc(1000)]);
const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
const rows = `<row>${cell('a')}</row><row>${cell('1')}</row>`;
const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => ((index * 7919) % 251) & (index % 3 ? 255 : 0)));
const megabyte = 1024 * 1024;

test.each([
  ['an empty file', Buffer.alloc(0), 'empty', { what: 'file' }],
  ['blank lines', '\n \r\n,,\n', 'empty', { what: 'header' }],
  ['a header without rows', '公司,电话\n,\n', 'empty', { what: 'rows' }],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'not_a_sheet', { found: 'pdf' }],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'not_a_sheet', { found: 'png' }],
  ['a web page', '\ufeff <!DOCTYPE html><table><tr><td>1</td></tr></table>', 'not_a_sheet', { found: 'html' }],
  ['other XML', '<?xml version="1.0"?><feed/>', 'not_a_sheet', { found: 'xml' }],
  ['noise', noise, 'not_a_sheet', { found: 'binary' }],
  ['Excel 97', compound('Workbook'), 'old_excel', { found: 'xls' }],
  [
    'Excel 2003 XML',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    'old_excel',
    { found: 'xml2003' },
  ],
  ['an old Word document', compound('WordDocument'), 'not_a_sheet', { found: 'compound' }],
  ['a workbook with a password', compound('EncryptedPackage'), 'encrypted', {}],
  ['a Word document', buildZip([{ name: 'word/document.xml', content: '<w/>' }]), 'not_a_sheet', { found: 'docx' }],
  [
    'an OpenDocument sheet',
    buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', content: '<x/>' },
    ]),
    'not_a_sheet',
    { found: 'ods' },
  ],
  ['any other zip', buildZip([{ name: 'a.csv', content: 'a,b' }]), 'not_a_sheet', { found: 'zip' }],
  ['two columns of one name', '客户名称,电话,客户名称 \n1,2,3\n', 'duplicate_header', { header: '客户名称', line: 1 }],
  [
    'too many columns',
    `${'c'
      .repeat(201)
      .split('')
      .map((c, i) => c + i)
      .join(',')}\n1\n`,
    'too_many_columns',
    { columns: 201, limit: 200 },
  ],
] as const)('%s is refused', async (_, content, code, detail) => {
  await expect(readAll(content as string | Buffer)).rejects.toMatchObject({ name: 'SheetRefused', code, detail });
});

test('a file over the size limit is not even opened by the box', async () => {
  const refusal = { code: 'too_large', detail: { bytes: 20 * megabyte + 1, limit: 20 * megabyte } };
  await expect(readAll(Buffer.alloc(20 * megabyte + 1, 'a,b\n'))).rejects.toMatchObject(refusal);
});

test('more rows than the limit are refused, exactly as many are read', async () => {
  const text = `a\n${'1\n'.repeat(300)}`;
  expect((await readAll(text, { limits: { rows: 300 } })).rows).toHaveLength(300);
  await expect(readAll(text, { limits: { rows: 299 } })).rejects.toMatchObject({
    code: 'too_many_rows',
    detail: { limit: 299 },
  });
  await expect(peek(text, { count: true, limits: { rows: 299 } })).rejects.toMatchObject({ code: 'too_many_rows' });
});

const wide = Array.from({ length: 20 }, (_, index) => cell(`column ${index}`)).join('');
const bomb = deflatedRepeats(`<row>${wide}</row>`.repeat(8000), 750);

test.each([
  ['a bomb that declares its 4 GB', { packed: bomb, inflated: 4_294_967_294 }, 'limits', { what: 'inflated' }],
  [
    'a bomb that declares 30 MB',
    { packed: bomb, inflated: 30 * megabyte },
    'limits',
    { what: 'inflated_more_than_declared' },
  ],
  ['a bomb that declares nothing', { packed: bomb, inflated: 0 }, 'limits', { what: 'inflated_more_than_declared' }],
  ['an encrypted entry', { flags: 1 }, 'encrypted', {}],
  ['an unknown packing', { method: 12 }, 'broken', { reason: 'zip_method' }],
  ['damaged bytes', { packed: Buffer.alloc(300, 0xa5) }, 'broken', { reason: 'zip_damaged' }],
  ['a wrong checksum', { crc: 1 }, 'broken', { reason: 'zip_damaged' }],
  ['less than declared', { packed: deflateRawSync('<worksheet/>') }, 'broken', { reason: 'zip_damaged' }],
] as const)('a workbook with %s is refused', async (_, sheetEntry, code, detail) => {
  await expect(readAll(buildWorkbook({ rows, sheetEntry }))).rejects.toMatchObject({ code, detail });
});

test.each([
  ['a name that climbs out', [{ name: '../../etc/cron.d/x', content: '' }], 'broken', { reason: 'zip_unsafe_name' }],
  ['a name with backslashes', [{ name: 'xl\\..\\..\\x', content: '' }], 'broken', { reason: 'zip_unsafe_name' }],
  ['an absolute name', [{ name: '/etc/passwd', content: '' }], 'broken', { reason: 'zip_unsafe_name' }],
  ['a drive', [{ name: 'C:/x', content: '' }], 'broken', { reason: 'zip_unsafe_name' }],
  ['one name twice', [{ name: 'xl/styles.xml', content: '' }], 'broken', { reason: 'zip_doubled_name' }],
  [
    '3 000 sheets',
    Array.from({ length: 3000 }, (_, index) => ({ name: `xl/worksheets/s${index}.xml`, content: '' })),
    'limits',
    { what: 'entries' },
  ],
])('a workbook with %s is refused', async (_, extra, code, detail) => {
  await expect(readAll(buildWorkbook({ rows, extra }))).rejects.toMatchObject({ code, detail });
});

test.each([
  ['an entity that fetches a file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 'xml_doctype'],
  ['a sheet cut off in a tag', '<row><c', 'xml_truncated'],
])('%s is refused', async (_, content, reason) => {
  await expect(readAll(buildWorkbook({ rows, sheetEntry: { content } }))).rejects.toMatchObject({
    code: 'broken',
    detail: { reason },
  });
});

test('a truncated workbook is refused', async () => {
  const bytes = buildWorkbook({ rows });
  await expect(readAll(bytes.subarray(0, bytes.length - 30))).rejects.toMatchObject({ code: 'broken' });
});

test('what lies outside the cells costs nothing: links, ranges over a million rows, notes', async () => {
  const bytes = buildWorkbook({
    rows: `${rows}<row r="1048576"><c r="A1048576" t="str"><v>last</v></c><c r="XFD1048576" t="str"><v>far</v></c></row>`,
    extra: [
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink r:id="http://127.0.0.1:9/"/>' },
      { name: 'xl/comments1.xml', content: '<comment authorId="__proto__"/>' },
    ],
  });
  const { rows: read } = await readAll(bytes);
  expect(read.map((row) => row.line)).toEqual([2, 1_048_576]);
  expect(read[1]?.problems).toEqual([{ code: 'extra_cells', column: 2 }]);
  expect(read[1]?.cells).toHaveLength(200);
});
