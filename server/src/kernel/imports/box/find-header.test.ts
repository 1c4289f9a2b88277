import { expect, test } from 'vitest';
import { headerLineOf } from './find-header.ts';
import { buildWorkbook } from './testing/build-workbook.ts';
import { peek, readAll } from './testing/read-all.ts';

const lines = (...rows: string[]) => rows.map((row, i) => ({ line: i + 1, cells: row.split(',') }));

test.each([
  ['a title above', lines('2026年线索台账', '公司,联系人,电话,来源', '甲,王,1,展会'), 2],
  [
    'a title and a note above',
    lines('线索台账', '制表：王敏,2026-03', '公司,联系人,电话,来源,行业,城市', '甲,王,1,展会,,上海', '乙,李,2,,,'),
    3,
  ],
  ['one odd row below', lines('公司', '甲', '乙,多一格,又一格'), 1],
  ['nothing above', lines('公司,联系人,电话', '甲,王,1'), 1],
  ['a single column', lines('公司', '甲', '乙'), 1],
  ['a column without a heading', lines('公司,联系人,', '甲,王,1'), 1],
  ['a title over two columns', lines('名单,', '公司,电话', '甲,1'), 2],
  ['nothing at all', [], 0],
])('the header is found with %s', (_, leading, line) => {
  expect(headerLineOf(leading)).toBe(line);
});

const titled = '2026年线索台账\n\n公司,电话,来源\n甲,1,展会\n乙,2,官网\n';

test('a title above the header is left out, and the first lines are shown to choose another', async () => {
  const found = await peek(titled);
  expect([found.header, found.headerLine]).toEqual([['公司', '电话', '来源'], 3]);
  expect(found.leading.map(({ line, cells }) => `${line} ${cells.filter(Boolean).join(' ')}`)).toEqual([
    '1 2026年线索台账',
    '3 公司 电话 来源',
    '4 甲 1 展会',
    '5 乙 2 官网',
  ]);
  const { rows, summary } = await readAll(titled);
  expect([summary.rows, rows.map(({ line }) => line)]).toEqual([2, [4, 5]]);
});

test('another line may be chosen as header, and none, so that every row is data', async () => {
  const chosen = await peek(titled, { choices: { headerLine: 4 } });
  expect([chosen.header, chosen.firstRows.map(({ line }) => line)]).toEqual([['甲', '1', '展会'], [5]]);
  const none = await readAll('甲\t1\n乙\t2\n', { choices: { headerLine: 0, delimiter: '\t' } });
  expect([none.summary.header, none.rows.map(({ cells }) => cells)]).toEqual([
    ['列1', '列2'],
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ]);
  await expect(peek(titled, { choices: { headerLine: 99 } })).rejects.toMatchObject({ code: 'empty' });
});

test('cells pasted from Excel keep line breaks, quotes and commas inside a cell', async () => {
  const pasted = '公司\t需求\n甲, 乙公司\t"第一行\n第二行 ""急"""\n丙\t3" 管\n';
  const { rows } = await readAll(pasted, { choices: { delimiter: '\t' } });
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['甲, 乙公司', '第一行\n第二行 "急"'],
    ['丙', '3" 管'],
  ]);
});

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const table = (heading: string) => `<row r="1">${cell('A1', heading)}</row><row r="2">${cell('A2', 'x')}</row>`;
const twoSheets = (first: string) =>
  buildWorkbook({
    rows: first,
    sheets: '<sheet name="封面" sheetId="1" r:id="rId1"/><sheet name="线索 &amp; 客户" sheetId="2" r:id="rId2"/>',
    extra: [
      { name: 'xl/worksheets/sheet2.xml', content: `<worksheet><sheetData>${table('公司')}</sheetData></worksheet>` },
    ],
  });

test('of several sheets the first with content is read, or the one that is asked for by name', async () => {
  expect(await peek(twoSheets(''))).toMatchObject({ sheets: ['封面', '线索 & 客户'], sheet: '线索 & 客户' });
  const book = twoSheets(table('标题'));
  expect((await peek(book)).header).toEqual(['标题']);
  expect((await peek(book, { choices: { sheet: '线索 & 客户' } })).header).toEqual(['公司']);
  await expect(peek(book, { choices: { sheet: '别的' } })).rejects.toMatchObject({
    code: 'no_such_sheet',
    detail: { sheet: '别的' },
  });
});
