import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { peek, readAll } from './testing/read-all.ts';

test('a CSV is read with the line of every row', async () => {
  const { summary, rows } = await readAll(
    '\ufeff公司,备注\r\n甲,"第一行\r\n第二行"\r\n\r\n乙,"说""好"""\r\n,\r\n丙,完\r\n',
  );
  expect(summary).toMatchObject({
    kind: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    header: ['公司', '备注'],
    headerLine: 1,
    rows: 3,
    nameMismatch: false,
  });
  expect(rows).toEqual([
    { line: 2, cells: ['甲', '第一行\r\n第二行'] },
    { line: 5, cells: ['乙', '说"好"'] },
    { line: 7, cells: ['丙', '完'] },
  ]);
});

test.each([
  ['line feeds', '公司,电话\n甲,1\n乙,2'],
  ['carriage returns', '公司,电话\r甲,1\r乙,2\r'],
  ['mixed line ends', '公司,电话\r\n甲,1\n乙,2\r'],
  ['semicolons', '公司;电话\n甲;1\n乙;2\n'],
  ['tabs', '公司\t电话\n甲\t1\n乙\t2\n'],
  ['bars', '公司|电话\n甲|1\n乙|2\n'],
  ['a comma behind every line', '公司,电话,\n甲,1,\n乙,2,\n'],
])('%s make no difference', async (_, text) => {
  const { summary, rows } = await readAll(text);
  expect(summary.header).toEqual(['公司', '电话']);
  expect(rows).toEqual([
    { line: 2, cells: ['甲', '1'] },
    { line: 3, cells: ['乙', '2'] },
  ]);
});

test.each(['gb18030', 'utf-16le', 'utf-16be'] as const)('%s is read like UTF-8', async (encoding) => {
  const text = '客户名称,联系人\n北京朱镕基研究院,王总\n𠮷野家（中国）,李总\n';
  const bytes = encoding === 'gb18030' ? iconv.encode(text, encoding) : iconv.encode(text, encoding, { addBOM: true });
  const { summary, rows } = await readAll(bytes);
  expect(summary).toMatchObject({ encoding, header: ['客户名称', '联系人'], rows: 2 });
  expect(rows.map((row) => row.cells)).toEqual([
    ['北京朱镕基研究院', '王总'],
    ['𠮷野家（中国）', '李总'],
  ]);
});

test('a GBK file that is damaged in the middle loses only its damaged lines', async () => {
  const line = (index: number) => iconv.encode(`北京示例科技有限公司${index},王总\n`, 'gb18030');
  const lines = Array.from({ length: 50 }, (_, index) => line(index));
  lines[20] = Buffer.concat([Buffer.from([0xb1, 0xff, 0xfe]), line(20)]);
  lines[30] = Buffer.concat([line(30).subarray(0, 3), Buffer.from('\n')]);
  const { summary, rows } = await readAll(Buffer.concat([iconv.encode('公司,联系人\n', 'gb18030'), ...lines]));
  expect(summary).toMatchObject({ encoding: 'gb18030', rows: 50 });
  expect(rows.filter((row) => row.problems)).toEqual([
    { line: 22, cells: [expect.any(String), '王总'], problems: [{ code: 'bad_encoding', column: 1 }] },
    { line: 32, cells: ['北\ufffd', ''], problems: [{ code: 'bad_encoding', column: 1 }] },
  ]);
  expect(rows[49]).toEqual({ line: 51, cells: ['北京示例科技有限公司49', '王总'] });
});

test('ragged rows are filled or told apart, and nothing of them is lost', async () => {
  const { rows } = await readAll('a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n');
  expect(rows).toEqual([
    { line: 2, cells: ['1', '', ''] },
    { line: 3, cells: ['1', '2', '3', '4', '5'], problems: [{ code: 'extra_cells', column: 4 }] },
    { line: 4, cells: ['1', '2', '3'] },
  ]);
});

test('characters that no database keeps are taken out and told', async () => {
  const { rows } = await readAll(`a,b\nx\0y,${'长'.repeat(32_768)}\nfine,${'长'.repeat(32_767)}\n`);
  expect(rows[0]).toEqual({
    line: 2,
    cells: ['xy', '长'.repeat(32_767)],
    problems: [
      { code: 'nul_character', column: 1 },
      { code: 'cell_too_long', column: 2 },
    ],
  });
  expect(rows[1]?.problems).toBeUndefined();
});

test('quotes inside a cell are text', async () => {
  const { rows } = await readAll('a,b\n5" pipe,x"y\n"q"z,1\n');
  expect(rows.map((row) => row.cells)).toEqual([
    ['5" pipe', 'x"y'],
    ['"q"z', '1'],
  ]);
});

test('a heading over two lines is one name, and a heading named __proto__ is only a name', async () => {
  const { summary } = await readAll('"客户\r\n名称", 联系人 ,__proto__,constructor\n1,2,3,4\n');
  expect(summary.header).toEqual(['客户 名称', '联系人', '__proto__', 'constructor']);
});

test('rows that an earlier reading took are counted, not delivered again', async () => {
  const text = `a\n${Array.from({ length: 500 }, (_, index) => index).join('\n')}\n`;
  const { summary, rows, batches } = await readAll(text, { afterLine: 301 });
  expect(summary.rows).toBe(500);
  expect(rows[0]).toEqual({ line: 302, cells: ['300'] });
  expect(batches).toEqual([200]);
});

test('a peek shows the head and 20 rows, and counts when asked to', async () => {
  const text = `公司;电话\n${'甲;1\n'.repeat(1000)}`;
  const seen = await peek(text, { name: 'kunden.csv' });
  expect(seen).toMatchObject({
    kind: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    header: ['公司', '电话'],
    rows: undefined,
  });
  expect(seen.firstRows).toHaveLength(20);
  expect(await peek(text, { count: true })).toMatchObject({ rows: 1000 });
});

test('a name that promises a workbook is told when the content is text', async () => {
  expect((await readAll('a,b\n1,2\n', { name: '客户.xlsx' })).summary).toMatchObject({
    kind: 'csv',
    nameMismatch: true,
  });
});
