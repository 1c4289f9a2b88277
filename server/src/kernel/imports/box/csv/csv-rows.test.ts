import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SheetRow } from '../sheet.ts';
import { openCsv } from './csv-rows.ts';

async function rowsOf(text: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of openCsv(Buffer.from(text)).rows) rows.push(...batch);
  return rows;
}

/** Writes records the way spreadsheet programs do, noting the first line of each. */
function written(records: string[][], lineEnd: string, blankEvery: number): { text: string; rows: SheetRow[] } {
  let text = '';
  let line = 1;
  const rows = records.map((cells, index) => {
    const row = { line, cells };
    const record = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + lineEnd;
    const blank = index % blankEvery === 0 ? lineEnd : '';
    text += record + blank;
    line += (record + blank).match(/\r\n|\r|\n/g)?.length ?? 0;
    return row;
  });
  return { text, rows };
}

test('what was quoted comes back cell by cell with its line, whatever the cells hold', async () => {
  const piece = fc.constantFrom('甲', 'a', ',', ';', '"', '\n', '\r\n', '\r', ' ', "'");
  const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const records = fc.array(fc.tuple(fc.constant('x'), cell, fc.constant('y')), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(records, fc.constantFrom('\n', '\r\n', '\r'), fc.integer({ min: 1, max: 4 }), async (...given) => {
      const { text, rows } = written(...given);
      expect(await rowsOf(text)).toEqual(rows);
    }),
  );
});

test('the line stays right over a file of many pieces', async () => {
  const records = Array.from({ length: 30_000 }, (_, index) => [`第${index}条`, `一\r\n二\n三`, '尾']);
  const { text, rows } = written(records, '\r\n', 7);
  expect((await rowsOf(text)).at(-1)).toEqual(rows.at(-1));
});

test.each([
  ['a quote that is never closed', 'a,b\n"1\r\n",2\n3,"open\n4,5\n', 4],
  ['a quote that swallows more than 8 MB', `a,b\n1,"${'x,y\n'.repeat(2_200_000)}`, 2],
])('%s refuses the file and tells the line', async (_, text, line) => {
  await expect(rowsOf(text)).rejects.toMatchObject({ code: 'broken', detail: { reason: 'quote_not_closed', line } });
});
