import type { ReactNode } from 'react';
import type { Column } from './columns.ts';

/** Everything a list needs; the same for the table on a desk and the cards on a phone. */
export interface ListProps<Row> {
  /** What is listed, for a screen reader: 线索. */
  readonly label: string;
  /** Shown columns, the naming one first; see `useColumns`. */
  readonly columns: readonly Column<Row>[];
  /** All rows read so far, in the server's order. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row's name in plain words, for labels. */
  readonly rowName: (row: Row) => string;
  /** Address of the row's own page. */
  readonly rowHref: (row: Row) => string;
  /** Opens the row's own page: Enter. */
  readonly onOpen: (row: Row) => void;
  /** Acts on the row the keyboard stands on, by the letter that calls them: F. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>> | undefined;
  /** Looks at the row beside the list: a press on it. Without it a press opens the page. */
  readonly onPeek?: ((row: Row) => void) | undefined;
  /** Key of the row the peek shows. */
  readonly peekKey?: string | undefined;
  /** The first page is still being read. */
  readonly loading?: boolean | undefined;
  /** Reads the next page; absent when there is none. */
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean | undefined;
  /** Stands in place of the rows: `Failure`, or `Empty` when there are no rows. */
  readonly instead?: ReactNode | undefined;
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string) => void) | undefined;
  readonly selection?:
    | {
        readonly keys: ReadonlySet<string>;
        readonly onChange: (keys: ReadonlySet<string>) => void;
        /** Bulk acts, small quiet buttons; each opens a preview. */
        readonly acts: ReactNode;
        /** Every row behind the filter is meant, shown or not. */
        readonly whole?: boolean | undefined;
        readonly onWhole?: ((whole: boolean) => void) | undefined;
      }
    | undefined;
  /** Number of rows behind the filter. */
  readonly total?: { readonly count: number; readonly exact: boolean } | undefined;
  /** Sums of what is filtered: 预算合计 ¥1,326.5 万（31 条已填）. */
  readonly summary?: ReactNode | undefined;
  /** Quiet words at the end of the footer. */
  readonly footNote?: ReactNode | undefined;
  /** Height of the rows; as the reader prefers where left out. */
  readonly density?: 'dense' | 'standard' | 'comfortable' | null | undefined;
  /** Key of the column by whose values the rows stand in groups, while the list is sorted by it. */
  readonly group?: string | null | undefined;
  /** Sets the width of a column in CSS pixels; without it widths stay. */
  readonly onWidth?: ((key: string, width: number) => void) | undefined;
  /** What a card on the phone shows under the name. */
  readonly renderCard: (row: Row) => ReactNode;
}
