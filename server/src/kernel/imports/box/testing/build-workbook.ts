import { deflateRawSync, constants } from 'node:zlib';
import { buildZip, type ForgedEntry } from './build-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type ForgedWorkbook = {
  /** Content of `<sheetData>`. */
  rows: string;
  /** Content of the table of texts. */
  strings?: string;
  /** Content of the style sheet. */
  styles?: string;
  /** Content of `<workbook>` before and around the sheets. */
  properties?: string;
  sheets?: string;
  extra?: ForgedEntry[];
  /** What is untrue about the entry of the sheet or of the table of texts. */
  sheetEntry?: Partial<ForgedEntry>;
  stringsEntry?: Partial<ForgedEntry>;
  /** Written in the form for archives over 4 GB, as Apache POI does. */
  wide?: boolean;
};

/** Builds a workbook from raw XML, for whatever ordinary writers do not write. */
export function buildWorkbook(book: ForgedWorkbook): Buffer {
  const sheets = book.sheets ?? '<sheet name="S" sheetId="1" r:id="rId1"/>';
  const entries = [
    { name: '_rels/.rels', content: relationList(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}">${book.properties ?? ''}<sheets>${sheets}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationList(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', '/xl/worksheets/sheet2.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${book.strings ?? ''}</sst>`,
      ...book.stringsEntry,
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${book.styles ?? ''}</styleSheet>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${book.rows}</sheetData></worksheet>`,
      ...book.sheetEntry,
    },
    ...(book.extra ?? []),
  ];
  return buildZip(entries, book.wide);
}

function relationList(...targets: [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${list.join('')}</Relationships>`;
}

/** Deflated text that inflates to `times` repetitions of the block, built without inflating it ever. */
export function deflatedRepeats(block: string, times: number): Buffer {
  const repeated = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(times).fill(repeated), deflateRawSync('')]);
}
