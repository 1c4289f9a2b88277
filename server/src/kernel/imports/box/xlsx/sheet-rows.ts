import type { RowProblem, SheetRow } from '../sheet.ts';
import type { NumberFormat } from './number-format.ts';
import { numberText } from './number-text.ts';
import { type Archive, readPart } from './read-part.ts';
import { createTextCollector } from './text-collector.ts';
import { attribute, decodeCellEscapes, decodeEntities } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export type SheetBook = { texts: string[]; formats: NumberFormat[]; epoch1904: boolean };

type Cell = { column: number; kind: string; style: string | undefined; value: string | undefined; formula: boolean };

const lastRow = 1_048_576;
const plain: NumberFormat = { kind: 'number' };

/** Reads the rows of a worksheet in file order; cells further right than `columns` are dropped but one marks them. */
export async function* readSheetRows(
  archive: Archive,
  part: string,
  book: SheetBook,
  columns: number,
): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  const listener = listenForRows(book, columns, (row) => rows.push(row));
  for await (const _ of readPart(archive, part, listener)) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

function listenForRows(book: SheetBook, columns: number, tell: (row: SheetRow) => void) {
  let row: SheetRow = { line: 0, cells: [] };
  let cell: Cell | undefined;
  let column = 0;
  let inValue = false;
  const inline = createTextCollector();
  return {
    open(name: string, attributes: string) {
      if (name === 'row') {
        row = { line: rowNumber(attribute(attributes, 'r'), row.line), cells: [] };
        column = 0;
      } else if (name === 'c') {
        column = columnNumber(attribute(attributes, 'r')) ?? column + 1;
        cell = openCell(attributes, column);
        inline.reset();
      } else if (name === 'v') inValue = true;
      else if (name === 'f' && cell) cell.formula = true;
      else inline.open(name);
    },
    close(name: string) {
      if (name === 'row') tell(row);
      else if (name === 'c' && cell) {
        placeCell(row, cell, inline.take(), book, columns);
        cell = undefined;
      } else if (name === 'v') inValue = false;
      else inline.close(name);
    },
    text(raw: string, isCdata: boolean) {
      if (!cell) return;
      if (inValue) cell.value = (cell.value ?? '') + (isCdata ? raw : decodeEntities(raw));
      else inline.text(raw, isCdata);
    },
  };
}

function openCell(attributes: string, column: number): Cell {
  return {
    column,
    kind: attribute(attributes, 't') ?? 'n',
    style: attribute(attributes, 's'),
    value: undefined,
    formula: false,
  };
}

function rowNumber(reference: string | undefined, previous: number): number {
  const line = Number(reference);
  return Number.isInteger(line) && line >= 1 && line <= lastRow ? line : previous + 1;
}

function columnNumber(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function placeCell(row: SheetRow, cell: Cell, inlineText: string, book: SheetBook, columns: number): void {
  const { text, problem } = textOf(cell, inlineText, book);
  if (text === '' && !problem) return;
  // One cell beyond the bound stays, so that the row is told to have too many.
  const column = Math.min(cell.column, columns + 1);
  while (row.cells.length < column) row.cells.push('');
  row.cells[column - 1] = text;
  if (problem) row.problems = [...(row.problems ?? []), { code: problem, column }];
}

function textOf(cell: Cell, inlineText: string, book: SheetBook): { text: string; problem?: RowProblem['code'] } {
  if (cell.kind === 'inlineStr') return { text: inlineText };
  const { value } = cell;
  if (value === undefined) return cell.formula ? { text: '', problem: 'formula_without_value' } : { text: '' };
  switch (cell.kind) {
    case 's': {
      const text = book.texts[Number(value)];
      return text === undefined ? { text: '', problem: 'cell_unreadable' } : { text };
    }
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: value, problem: 'formula_error' };
    case 'd':
      return { text: isoDateText(value) };
    case 'n':
      return { text: numberText(value, book.formats[Number(cell.style ?? -1)] ?? plain, book.epoch1904) };
    default:
      return { text: decodeCellEscapes(value) };
  }
}

function isoDateText(value: string): string {
  return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?).*$/, '$1 $2');
}
