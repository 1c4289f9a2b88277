import { neutralCell } from './neutral-cell.ts';

const byteOrderMark = '\ufeff';
const linesPerPiece = 200;

/** Writes rows as CSV piece by piece: UTF-8 with a mark, so that Excel reads Chinese, and no cell that is computed on opening. */
export async function* csvText(rows: AsyncIterable<readonly (string | number)[]>): AsyncGenerator<string> {
  let piece = byteOrderMark;
  let lines = 0;
  for await (const cells of rows) {
    piece += `${cells.map(csvCell).join(',')}\r\n`;
    lines += 1;
    if (lines % linesPerPiece === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const cell = neutralCell(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
