import { type ReactNode, useMemo } from 'react';
import { usePhone } from '../../kit/provider/index.ts';
import { chosenOf, type Column, ColumnChooser, shownColumns } from '../../kit/table/index.ts';
import { DisplayMenu } from './display-menu.tsx';
import type { ListLook } from './use-list-look.ts';

interface TableLook<Row> {
  /** What a look says of a `DataList`. */
  readonly table: {
    readonly columns: readonly Column<Row>[];
    readonly sort: string;
    readonly onSort: (sort: string) => void;
    readonly group: string | null;
    readonly density: ListLook['density'];
    readonly onWidth: (key: string, width: number) => void;
  };
  /** Groups, row height and columns, for the bar above the rows. */
  readonly tools: ReactNode;
}

/** A look at a list as its table takes it; on a phone, and beside an open peek, there is nothing to set. */
export function useTable<Row>(look: ListLook, columns: readonly Column<Row>[]): TableLook<Row> {
  const phone = usePhone();
  const { columns: chosen, toColumns, peek } = look;
  const shown = useMemo(() => shownColumns(columns, chosen), [columns, chosen]);
  return {
    table: {
      columns: shown,
      sort: look.sort,
      onSort: look.toSort,
      group: look.group,
      density: look.density,
      onWidth: (key, width) =>
        toColumns(chosenOf(columns, shown).map((one) => (one.key === key ? { key, width } : { ...one }))),
    },
    tools: !phone && !peek && (
      <>
        <DisplayMenu look={look} columns={columns} />
        <ColumnChooser columns={columns} chosen={chosen} onChange={(next) => toColumns(next && [...next])} />
      </>
    ),
  };
}
