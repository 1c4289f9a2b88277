import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { buildWorkbook } from './testing/build-workbook.ts';
import { peek, readAll } from './testing/read-all.ts';

const formats =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="9"/></cellXfs>';

test('a workbook from an ordinary writer reads as a person sees it', async () => {
  const bytes = await writeXlsxFile([
    ['公司', '电话', '日期', '成立', '是否', '金额'].map((value) => ({ value })),
    [
      { value: '甲 & 乙 <丙>' },
      { value: 13800138000 },
      { value: new Date('2026-02-14T17:30:00Z'), format: 'yyyy-mm-dd hh:mm' },
      { value: new Date('2026-02-14T00:00:00Z'), format: 'yyyy-mm-dd' },
      { value: true },
      { value: 1234.5 },
    ],
    [],
    [{ value: '𠮷野家' }, { value: '010-88886666' }],
  ]).toBuffer();
  const { summary, rows } = await readAll(bytes, { name: '客户.xlsx' });
  expect(summary).toMatchObject({
    kind: 'xlsx',
    sheets: ['Sheet1'],
    header: ['公司', '电话', '日期', '成立', '是否', '金额'],
    rows: 2,
    nameMismatch: false,
  });
  expect(rows).toEqual([
    { line: 2, cells: ['甲 & 乙 <丙>', '13800138000', '2026-02-14 17:30', '2026-02-14', 'TRUE', '1234.5'] },
    { line: 4, cells: ['𠮷野家', '010-88886666', '', '', '', ''] },
  ]);
});

test('every kind of cell is read, and a damaged one spoils only itself', async () => {
  const header =
    '<row r="1">' + 'ABCDEFGHIJKL'.replace(/./g, '<c r="$&1" t="inlineStr"><is><t>$&</t></is></c>') + '</row>';
  const { rows } = await readAll(
    buildWorkbook({
      strings:
        '<si><t>纯文本</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve">文 </t></r><rPh><t>fù</t></rPh></si>' +
        '<si><t>a_x000D_&#134071;&amp;</t></si>',
      styles: formats,
      rows:
        header +
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>' +
        '<c r="D3" s="1"><v>46067</v></c><c r="E3" s="2"><v>46067.729166666664</v></c><c r="F3" s="3"><v>0.15</v></c>' +
        '<c r="G3" t="b"><v>0</v></c><c r="H3" t="str"><f>A1&amp;B1</f><v>甲乙</v></c>' +
        '<c r="I3" t="e"><v>#N/A</v></c><c r="J3"><f>1+1</f></c><c r="K3" t="s"><v>99</v></c>' +
        '<c r="L3" t="d"><v>2026-02-14T17:30:00Z</v></c></row>',
    }),
  );
  expect(rows).toEqual([
    {
      line: 3,
      cells: [
        '纯文本',
        '富文 ',
        'a\r𠮷&',
        '2026-02-14',
        '2026-02-14 17:30',
        '15%',
        'FALSE',
        '甲乙',
        '#N/A',
        '',
        '',
        '2026-02-14 17:30:00',
      ],
      problems: [
        { code: 'formula_error', column: 9 },
        { code: 'formula_without_value', column: 10 },
        { code: 'cell_unreadable', column: 11 },
      ],
    },
  ]);
});

test('cells and rows without a place follow one another', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const { summary, rows } = await readAll(
    buildWorkbook({ rows: `<row>${cell('a')}${cell('b')}</row><row/><row>${cell('1')}<c/>${cell('3')}</row>` }),
  );
  expect(summary.header).toEqual(['a', 'b']);
  expect(rows).toEqual([{ line: 3, cells: ['1', '', '3'], problems: [{ code: 'extra_cells', column: 3 }] }]);
});

test('the first visible sheet is read, and dates may count from 1904', async () => {
  const { rows } = await readAll(
    buildWorkbook({
      properties: '<workbookPr date1904="1"/>',
      sheets: '<sheet name="隐藏" r:id="rId2" state="hidden"/><sheet name="客户" r:id="rId1"/>',
      styles: formats,
      rows: '<row><c t="str"><v>日期</v></c></row><row><c s="1"><v>44605</v></c></row>',
      extra: [{ name: 'xl/worksheets/sheet2.xml', content: '<worksheet/>' }],
    }),
  );
  expect(rows).toEqual([{ line: 2, cells: ['2026-02-14'] }]);
});

test('half of a character in a cell is told and replaced', async () => {
  const { rows } = await readAll(
    buildWorkbook({ rows: '<row><c t="str"><v>a</v></c></row><row><c t="str"><v>x_xD83D_y</v></c></row>' }),
  );
  expect(rows).toEqual([{ line: 2, cells: ['x\ufffdy'], problems: [{ code: 'broken_character', column: 1 }] }]);
});

test('a workbook with macros is read as mere cells', async () => {
  const seen = await peek(
    buildWorkbook({
      rows: '<row><c t="str"><v>a</v></c></row><row><c><v>1</v></c></row>',
      extra: [{ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' }],
    }),
    { name: '客户.csv' },
  );
  expect(seen).toMatchObject({ kind: 'xlsx', nameMismatch: true, firstRows: [{ line: 2, cells: ['1'] }] });
});

test('a workbook in the form for archives over 4 GB, as Apache POI writes it, is read like any other', async () => {
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>公司</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>';
  const { summary, rows: read } = await readAll(buildWorkbook({ rows, wide: true }));
  expect([summary.header, read.map(({ cells }) => cells)]).toEqual([['公司'], [['7']]]);
});
