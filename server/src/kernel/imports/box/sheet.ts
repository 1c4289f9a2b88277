/** What is wrong with one cell or row; the row is still delivered, so that it can be shown and corrected. */
export type RowProblem = {
  code:
    | 'bad_encoding'
    | 'nul_character'
    | 'broken_character'
    | 'cell_too_long'
    | 'extra_cells'
    | 'formula_error'
    | 'formula_without_value'
    | 'cell_unreadable';
  /** 1-based column in the file. */
  column: number;
};

/**
 * One row of a foreign sheet. `line` is the 1-based line (CSV: first line of the record) or row number (XLSX) in the
 * file; `cells` is at least as wide as the header, missing cells are ''.
 */
export type SheetRow = { line: number; cells: string[]; problems?: RowProblem[] };

export type SheetEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type SheetDelimiter = ',' | ';' | '\t' | '|';

/**
 * How somebody wants the file read: which worksheet, which line is the header (0: there is none, every row is data), and
 * the delimiter of text whose origin is known, such as cells copied from Excel. What is absent is recognised.
 */
export type SheetChoices = { sheet?: string; headerLine?: number; delimiter?: SheetDelimiter };

/** How the file was understood, known before the first row. */
export type SheetHead = {
  kind: 'csv' | 'xlsx';
  encoding?: SheetEncoding;
  delimiter?: SheetDelimiter;
  /** Names of the visible worksheets and of the one that is read; none for text. */
  sheets: string[];
  sheet?: string;
  header: string[];
  /** The line the header stands on; 0 where the columns are only counted. */
  headerLine: number;
  /** The first lines with content, cut short, titles above the header included. */
  leading: { line: number; cells: string[] }[];
};

/** What was read: the head, the number of rows that were not empty, and whether the name's ending told another kind. */
export type SheetSummary = SheetHead & { rows: number; nameMismatch: boolean };

/** Bounds of one reading. Bytes, rows and columns are refused beyond; time and memory end the child process. */
export type SheetLimits = {
  bytes: number;
  rows: number;
  columns: number;
  cellLength: number;
  inflatedBytes: number;
  memoryBytes: number;
  idleMs: number;
};

const MB = 1024 * 1024;

/**
 * The product's bounds: 20 MB, 100 000 rows and 200 columns a file; 32 767 characters a cell (Excel's own bound);
 * 400 MB inflated (100 000 × 15 cells inflate to 130 MB, measured); 512 MB of memory; 30 s without progress.
 */
export const sheetLimits: SheetLimits = {
  bytes: 20 * MB,
  rows: 100_000,
  columns: 200,
  cellLength: 32_767,
  inflatedBytes: 400 * MB,
  memoryBytes: 512 * MB,
  idleMs: 30_000,
};

export type SheetRefusalCode =
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'limits'
  | 'encrypted'
  | 'not_a_sheet'
  | 'old_excel'
  | 'broken'
  | 'empty'
  | 'no_such_sheet'
  | 'duplicate_header';

/** Facts behind a refusal, for the message: a found kind, a line, a bound. Never file content beyond a header name. */
export type SheetRefusalDetail = Record<string, string | number>;

/** The file as a whole cannot be imported; the code says why in a way a person can act on. */
export class SheetRefused extends Error {
  readonly code: SheetRefusalCode;
  readonly detail: SheetRefusalDetail;

  constructor(code: SheetRefusalCode, detail: SheetRefusalDetail = {}) {
    super(`sheet refused: ${code} ${JSON.stringify(detail)}`);
    this.name = 'SheetRefused';
    this.code = code;
    this.detail = detail;
  }
}
