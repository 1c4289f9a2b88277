import { useEffect, useId, useRef } from 'react';
import { useKit } from '../provider/index.ts';
import type { ListProps } from './list-props.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { rowHeightNow, useWindow } from './use-window.ts';

/** Reads the next page when the drawn rows come this close to the end. */
const MORE_BEFORE_END = 20;

/** The rows of a list as a real table of which only the part in sight is drawn. */
export function TableRows<Row>(props: ListProps<Row>) {
  const { label, columns, rows, rowKey, onPeek, peekKey, onMore, loadingMore, selection } = props;
  const { words } = useKit();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightNow();
  const shown = useWindow(box, rows.length, rowHeight);
  const at = (act: ((row: Row) => void) | undefined) => act && ((index: number) => rows[index] && act(rows[index]));
  const pick = (row: Row) => {
    if (!selection) return;
    const keys = new Set(selection.keys);
    if (!keys.delete(rowKey(row))) keys.add(rowKey(row));
    selection.onChange(keys);
  };
  const { active, setActive } = useRowKeys(box, {
    count: rows.length,
    rowHeight,
    onPeek: at(onPeek),
    peeking: peekKey !== undefined,
    onPick: selection && at(pick),
  });
  useEffect(() => {
    if (onMore && !loadingMore && shown.to >= rows.length - MORE_BEFORE_END) onMore();
  }, [onMore, loadingMore, shown.to, rows.length]);
  const width = columns.reduce((sum, column) => sum + column.width, selection ? 40 : 0);
  return (
    <div className="k-table-scroll" ref={box}>
      <p id={hint} className="k-hidden-words">
        {words.table.keys}
      </p>
      <table
        className="k-table"
        aria-label={label}
        aria-describedby={hint}
        aria-rowcount={rows.length + 1}
        style={{ width }}
      >
        <Widths {...props} />
        <TableHead {...props} />
        <tbody>
          {shown.from > 0 && <Gap height={shown.from * rowHeight} />}
          {rows.slice(shown.from, shown.to).map((row, offset) => (
            <TableRow
              key={rowKey(row)}
              list={props}
              row={row}
              index={shown.from + offset}
              reachable={shown.from + offset === active}
              onReach={setActive}
              onPick={pick}
            />
          ))}
          {shown.to < rows.length && <Gap height={(rows.length - shown.to) * rowHeight} />}
        </tbody>
      </table>
    </div>
  );
}

function Widths<Row>({ columns, selection }: ListProps<Row>) {
  return (
    <colgroup>
      {selection && <col style={{ width: 40 }} />}
      {columns.map((column) => (
        <col key={column.key} style={{ width: column.width }} />
      ))}
    </colgroup>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr className="gap" aria-hidden="true">
      <td style={{ height }}>{'\u00a0'}</td>
    </tr>
  );
}
