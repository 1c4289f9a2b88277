import { type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { useKit } from '../provider/index.ts';
import { linesOf, sortOf } from './columns.ts';
import type { ListProps } from './list-props.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useRowActs } from './use-row-acts.ts';
import { useRowKeys } from './use-row-keys.ts';
import { rowHeightNow, useWindow } from './use-window.ts';

/** Reads the next page when the drawn rows come this close to the end. */
const MORE_BEFORE_END = 20;

/** The lines of a list, which of them to draw, and the keyboard on them. */
function useLines<Row>(box: RefObject<HTMLDivElement | null>, props: ListProps<Row>) {
  const { columns, rows, rowKeys, peekKey, onPeek, onMore, loadingMore, selection, sort, group, density } = props;
  const rowHeight = rowHeightNow(density);
  const groupOf = sort && columns.find(({ key, sortBy }) => key === group && sortOf(sort, sortBy))?.groupOf;
  const lines = useMemo(() => linesOf(rows, groupOf || undefined), [rows, groupOf]);
  const shown = useWindow(box, lines.length, rowHeight);
  const { active, acts } = useRowActs(props);
  const at = (act: (row: Row) => void) => (index: number) => rows[index] && act(rows[index]);
  useRowKeys(box, {
    active,
    count: rows.length,
    rowHeight,
    onMove: acts.reach,
    onPeek: peekKey !== undefined && onPeek ? at(onPeek) : undefined,
    onPick: selection && ((index, range) => rows[index] && acts.pick(rows[index], range)),
    onOpen: at(acts.open),
    onLetter: (letter, index) => {
      const act = rows[index] && rowKeys?.[letter];
      if (act) act(rows[index] as Row);
      return act !== undefined;
    },
    lineOf: (index) => (groupOf ? lines.findIndex((line) => 'row' in line && line.index === index) : index),
  });
  useEffect(() => {
    if (onMore && !loadingMore && shown.to >= lines.length - MORE_BEFORE_END) onMore();
  }, [onMore, loadingMore, shown.to, lines.length]);
  return { lines, rowHeight, shown, active, acts };
}

/** The rows of a list as a real table of which only the part in sight is drawn. */
export function TableRows<Row>(props: ListProps<Row>) {
  const { label, columns, rowKey, rowName, rowHref, peekKey, selection } = props;
  const { words } = useKit();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const { lines, rowHeight, shown, active, acts } = useLines(box, props);
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
        aria-rowcount={lines.length + 1}
        style={{ width }}
      >
        <Widths {...props} />
        <TableHead {...props} />
        <tbody>
          {shown.from > 0 && <Gap height={shown.from * rowHeight} />}
          {lines
            .slice(shown.from, shown.to)
            .map((line, offset) =>
              'heading' in line ? (
                <Heading key={line.key} word={line.heading} span={columns.length + (selection ? 1 : 0)} />
              ) : (
                <TableRow
                  key={rowKey(line.row)}
                  columns={columns}
                  row={line.row}
                  index={line.index}
                  line={shown.from + offset}
                  name={rowName(line.row)}
                  href={rowHref(line.row)}
                  picked={selection && (selection.whole || selection.keys.has(rowKey(line.row)))}
                  peeked={rowKey(line.row) === peekKey}
                  reachable={line.index === active}
                  acts={acts}
                />
              ),
            )}
          {shown.to < lines.length && <Gap height={(lines.length - shown.to) * rowHeight} />}
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

function Heading({ word, span }: { readonly word: string; readonly span: number }) {
  return (
    <tr className="group">
      <th colSpan={span} scope="rowgroup">
        <span>{word}</span>
      </th>
    </tr>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr className="gap" aria-hidden="true">
      <td style={{ height }}>{'\u00a0'}</td>
    </tr>
  );
}
