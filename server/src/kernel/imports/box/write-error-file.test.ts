import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { readSheet as readWithOtherReader } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peekSheet } from './read-sheet.ts';
import { type RefusedRow, writeErrorFile } from './write-error-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'error-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = ['客户名称', '电话', '需求'];
const refused: RefusedRow[] = [
  { line: 2, cells: ['甲, "乙"', '+86 138 0013 8000', '第一行\n第二行'], problems: ['缺少来源', '电话太短'] },
  { line: 5, cells: ['=cmd|x', '-5'], problems: ['公司名无效'] },
  { line: 9, cells: ['a', 'b', 'c', '多一格'], problems: ['列太多'] },
];
async function* rows() {
  yield* refused;
}

test('a CSV of errors carries a mark for Excel, the original columns, the reasons, and no formula', async () => {
  const path = join(folder, 'errors.csv');
  await writeErrorFile(path, { header, rows: rows(), format: 'csv' });
  expect(await readFile(path, 'utf8')).toBe(
    '\ufeff客户名称,电话,需求,错误原因\r\n' +
      '"甲, ""乙""",+86 138 0013 8000,"第一行\n第二行",缺少来源；电话太短\r\n' +
      "'=cmd|x,-5,,公司名无效\r\n" +
      'a,b,c,列太多,多一格\r\n',
  );
});

test('a workbook of errors opens elsewhere, cell by cell as text', async () => {
  const path = join(folder, 'errors.xlsx');
  const odd = ['=1+1', '𠮷<&>"\u0001', '_x000D_ \r\n'];
  async function* all() {
    yield* refused;
    yield { line: 10, cells: odd, problems: ['x'] };
  }
  await writeErrorFile(path, { header, rows: all(), format: 'xlsx' });
  const read = await readWithOtherReader(path, { trim: false });
  expect(read).toEqual([
    ['客户名称', '电话', '需求', '错误原因', null],
    ['甲, "乙"', '+86 138 0013 8000', '第一行\n第二行', '缺少来源；电话太短', null],
    ['=cmd|x', '-5', null, '公司名无效', null],
    ['a', 'b', 'c', '列太多', '多一格'],
    ['=1+1', '𠮷<&>"', '_x000D_ \r\n', 'x', null],
  ]);
});

test.each(['csv', 'xlsx'] as const)(
  'a corrected %s can be imported again and gets no second column of reasons',
  async (format) => {
    const first = join(folder, `first.${format}`);
    await writeErrorFile(first, { header, rows: rows(), format });
    const again = await peekSheet(first);
    expect(again.header).toEqual([...header, '错误原因']);
    const second = join(folder, `second.${format}`);
    async function* rest() {
      for (const row of again.firstRows.slice(0, 2)) yield { ...row, problems: ['仍缺少来源'] };
    }
    await writeErrorFile(second, { header: again.header, rows: rest(), format });
    const last = await peekSheet(second);
    expect(last.header).toEqual(again.header);
    expect(last.firstRows[0]?.cells).toEqual([...(refused[0]?.cells ?? []), '仍缺少来源']);
  },
);

test.each(['csv', 'xlsx'] as const)(
  '100 000 rows of %s are written as they come, not gathered first',
  async (format) => {
    let given = 0;
    let givenAtFirstRows = 0;
    let written = 0;
    async function* many() {
      for (; given < 100_000; given += 1) {
        yield { line: given, cells: [`北京示例科技有限公司${given}`, '13800138000', ''], problems: ['缺少来源'] };
      }
    }
    const target = new Writable({
      write(chunk: Buffer, _, done) {
        written += chunk.length;
        if (written > 10_000 && givenAtFirstRows === 0) givenAtFirstRows = given;
        setImmediate(done);
      },
    });
    await writeErrorFile(target, { header, rows: many(), format });
    expect(given).toBe(100_000);
    expect(givenAtFirstRows).toBeLessThan(50_000);
  },
);

test('an error of the source ends the writing with that error', async () => {
  async function* broken(): AsyncGenerator<RefusedRow> {
    yield* refused;
    throw new Error('cursor lost');
  }
  const writing = writeErrorFile(new PassThrough().resume(), { header, rows: broken(), format: 'xlsx' });
  await expect(writing).rejects.toThrow('cursor lost');
});
