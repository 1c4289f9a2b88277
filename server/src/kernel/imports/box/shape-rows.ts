import { hasContent } from './find-header.ts';
import { SheetRefused, type RowProblem, type SheetLimits, type SheetRow } from './sheet.ts';

/** Turns raw rows into delivered ones: the first row with content is the header unless one is given, every later one is as wide. */
export type RowShaper = {
  /** The header once found. */
  header(): string[] | undefined;
  /** The row as delivered, or undefined for the header itself and for rows without content. */
  shape(raw: SheetRow): SheetRow | undefined;
};

/**
 * Starts shaping one sheet within the limits. Refuses `too_many_columns`, `duplicate_header` and `too_many_rows`; marks
 * damaged, over-long and surplus cells as problems of their row. `given` is the header of a sheet that has none.
 */
export function createRowShaper(limits: SheetLimits, given?: string[]): RowShaper {
  let header = given;
  let rows = 0;
  return {
    header: () => header,
    shape(raw) {
      if (!hasContent(raw)) return undefined;
      if (!header) {
        header = readHeader(raw, limits);
        return undefined;
      }
      rows += 1;
      if (rows > limits.rows) throw new SheetRefused('too_many_rows', { limit: limits.rows });
      return shapeRow(raw, header.length, limits);
    },
  };
}

function readHeader(raw: SheetRow, limits: SheetLimits): string[] {
  const header = withoutBlankTail(raw.cells.map(cleanName));
  if (header.length > limits.columns) {
    throw new SheetRefused('too_many_columns', { columns: header.length, limit: limits.columns });
  }
  const seen = new Set<string>();
  for (const name of header) {
    const key = name.normalize('NFKC').toLowerCase();
    if (key !== '' && seen.has(key)) throw new SheetRefused('duplicate_header', { header: name, line: raw.line });
    seen.add(key);
  }
  return header;
}

// The mapping is keyed by these names, so a line break inside a heading cell must not matter.
function cleanName(cell: string): string {
  return cell
    .replaceAll('\0', '')
    .toWellFormed()
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .slice(0, 200);
}

function withoutBlankTail(cells: string[]): string[] {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
  return cells.slice(0, width);
}

function shapeRow(raw: SheetRow, width: number, limits: SheetLimits): SheetRow {
  const problems: RowProblem[] = raw.problems ? [...raw.problems] : [];
  const cells = raw.cells.length > width ? withoutBlankTail(raw.cells) : raw.cells.slice();
  if (cells.length > width) {
    problems.push({ code: 'extra_cells', column: width + 1 });
    cells.length = Math.min(cells.length, Math.max(width, limits.columns));
  }
  while (cells.length < width) cells.push('');
  for (const [index, cell] of cells.entries()) {
    if (!isSound(cell, limits.cellLength)) cells[index] = mend(cell, index + 1, limits.cellLength, problems);
  }
  return problems.length > 0 ? { line: raw.line, cells, problems } : { line: raw.line, cells };
}

function isSound(cell: string, cellLength: number): boolean {
  return cell.length <= cellLength && !cell.includes('\0') && !cell.includes('\ufffd') && cell.isWellFormed();
}

function mend(cell: string, column: number, cellLength: number, problems: RowProblem[]): string {
  if (cell.length > cellLength) problems.push({ code: 'cell_too_long', column });
  if (cell.includes('\0')) problems.push({ code: 'nul_character', column });
  if (cell.includes('\ufffd')) problems.push({ code: 'bad_encoding', column });
  if (!cell.isWellFormed()) problems.push({ code: 'broken_character', column });
  return cell.slice(0, cellLength).replaceAll('\0', '').toWellFormed();
}
