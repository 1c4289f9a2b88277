import type { AnyList } from '../lists/index.ts';
import type { ColumnForm } from './rules/cell.ts';

/** A column that rows of a kind can be exported with. */
export interface ExportColumn {
  readonly name: string;
  readonly heading: { readonly zh: string; readonly en: string };
  /** SQL of its value over the list's source; braces as in lists. */
  readonly sql: string;
  /** How the value is written; text unless told. */
  readonly form?: ColumnForm;
  /** True where it is chosen unless others are. */
  readonly usual?: boolean;
}

/** A list that can be exported, declared by its chapter in `module.ts`. */
export interface ExportKind {
  /** Record kind of its rows. */
  readonly kind: string;
  /** Name of the file and of its sheet. */
  readonly title: { readonly zh: string; readonly en: string };
  readonly list: AnyList;
  /** Apart from reading: rows are exported that both permissions reach. */
  readonly permission: string;
  readonly reveal?: {
    /** Where it reaches, a member may choose contact data as it is. */
    readonly permission: string;
    /** Event told of the last record when a member passes the looks of a day that nobody hears of (R41). */
    readonly often: string;
  };
  readonly columns: readonly ExportColumn[];
}

/** A column in one line. */
export function column(name: string, zh: string, en: string, sql: string, form?: ColumnForm): ExportColumn {
  return { name, heading: { zh, en }, sql, ...(form === undefined ? {} : { form }) };
}

/** Marks columns as chosen unless others are. */
export const usual = (columns: readonly ExportColumn[]): ExportColumn[] =>
  columns.map((one) => ({ ...one, usual: true }));

/** Contact data: masked unless it is revealed. */
export function isContact({ form }: Pick<ExportColumn, 'form'>): boolean {
  return form === 'phone' || form === 'email';
}
