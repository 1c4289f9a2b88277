import type { SheetRow } from './sheet.ts';

/** Rows with content that are looked at to find the header, and shown so that a person may choose another. */
const rowsLookedAt = 10;

const filled = ({ cells }: Pick<SheetRow, 'cells'>): number => cells.filter((cell) => cell.trim() !== '').length;

/** True for a row that says anything, be it a damaged cell. */
export function hasContent(row: SheetRow): boolean {
  return filled(row) > 0 || row.problems !== undefined;
}

/**
 * The line of the header among the first rows with content: the first one that fills more than half as many cells as the
 * usual one (the second fullest, so that one odd row decides nothing). What stands above is a title (“2026年线索台账”), a date, a note on how to fill the sheet in.
 */
export function headerLineOf(leading: readonly SheetRow[]): number {
  const [fullest = 0, usual = fullest] = leading.map(filled).toSorted((a, b) => b - a);
  return leading.find((row) => filled(row) * 2 > usual)?.line ?? 0;
}

/** A sheet opened at its header. */
export interface OpenedSheet {
  /** The first rows with content, titles included. */
  readonly leading: readonly SheetRow[];
  /** The line of the header; 0 where the sheet has none. */
  readonly headerLine: number;
  /** Everything from the header on, in file order. */
  readonly rows: AsyncIterable<readonly SheetRow[]>;
}

/** Reads as far as needed to know where the header stands; `asked` is the line somebody chose, 0 for no header. */
export async function openAtHeader(
  batches: AsyncIterable<readonly SheetRow[]>,
  asked: number | undefined,
): Promise<OpenedSheet> {
  const rest = batches[Symbol.asyncIterator]();
  const read: SheetRow[] = [];
  let leading: SheetRow[] = [];
  while (leading.length < rowsLookedAt) {
    const next = await rest.next();
    if (next.done) break;
    read.push(...next.value);
    leading = read.filter(hasContent).slice(0, rowsLookedAt);
  }
  const headerLine = asked ?? headerLineOf(leading);
  async function* rows() {
    yield read.filter(({ line }) => line >= headerLine);
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      yield next.value.filter(({ line }) => line >= headerLine);
    }
  }
  return { leading, headerLine, rows: rows() };
}
