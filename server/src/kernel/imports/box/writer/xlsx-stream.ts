import { zipStream } from './zip-stream.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const piecesOfCharacters = 64 * 1024;

/**
 * Writes rows of text as a workbook with one sheet, piece by piece (35 000 rows of 15 cells a second, measured; memory
 * flat). Every cell is text and formatted as text, so nothing is computed and phone numbers keep their digits when
 * edited. The first row stays in view. Excel shows at most 1 048 576 rows.
 */
export function xlsxStream(sheetName: string, rows: AsyncIterable<string[]>): AsyncGenerator<Buffer> {
  return zipStream([
    { name: '[Content_Types].xml', content: [head + contentTypes] },
    { name: '_rels/.rels', content: [head + relationList([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [head + workbook(sheetName)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        head +
          relationList([
            ['worksheet', 'worksheets/sheet1.xml'],
            ['styles', 'styles.xml'],
          ]),
      ],
    },
    { name: 'xl/styles.xml', content: [head + styles] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(rows) },
  ]);
}

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`;

// Format 49 is '@', text. Style 0 must be plain, style 1 is the one our cells use.
const styles =
  `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

function workbook(sheetName: string): string {
  const name = escapeXml(sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  return (
    `<workbook xmlns="${main}" xmlns:r="${relations}">` +
    `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}

function relationList(targets: [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

async function* sheet(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
  let piece = '';
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    piece += `<row r="${row}">${cells.map((text, index) => cellXml(text, `${columnLetters(index)}${row}`)).join('')}</row>`;
    if (piece.length > piecesOfCharacters) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData></worksheet>`;
}

// Excel needs no places of cells, other readers do.
function cellXml(text: string, place: string): string {
  if (text === '') return `<c r="${place}" s="1"/>`;
  return `<c r="${place}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

const toEscape = /[&<>"\r]|_x(?=[0-9a-f]{4}_)|(?![\t\n])\p{Cc}|[\ufffe\uffff]/giu;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

// Characters that XML forbids are dropped; text that looks like Excel's own escape is escaped itself.
function escapeXml(text: string): string {
  return text.toWellFormed().replace(toEscape, (found) => escapes[found] ?? (found.startsWith('_') ? '_x005F_x' : ''));
}
