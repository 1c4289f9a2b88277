import { useEffect, useId, useRef } from 'react';
import { useKit } from '../provider/index.ts';
import type { ListProps } from './list-props.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useRowActs } from './use-row-acts.ts';
import { useRowKeys } from './use-row-keys.ts';
import { rowHeightNow, useWindow } from './use-window.ts';

/** Reads the next page when the drawn rows come this close to the end. */
const MORE_BEFORE_END = 20;

/** The rows of a list as a real table of which only the part in sight is drawn. */
export function TableRows<Row>(props: ListProps<Row>) {
  const { label, columns, rows, rowKey, rowName, rowHref, peekKey, onPeek, onMore, loadingMore, selection } = props;
  const { words } = useKit();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightNow();
  const shown = useWindow(box, rows.length, rowHeight);
  const { active, acts } = useRowActs(props);
  const at = (act: (row: Row) => void) => (index: number) => rows[index] && act(rows[index]);
  useRowKeys(box, {
    active,
    count: rows.length,
    rowHeight,
    onMove: acts.reach,
    onPeek: peekKey !== undefined && onPeek ? at(onPeek) : undefined,
    onPick: selection && at(acts.pick),
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
              columns={columns}
              row={row}
              index={shown.from + offset}
              name={rowName(row)}
              href={rowHref(row)}
              picked={selection?.keys.has(rowKey(row))}
              peeked={rowKey(row) === peekKey}
              reachable={shown.from + offset === active}
              acts={acts}
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
