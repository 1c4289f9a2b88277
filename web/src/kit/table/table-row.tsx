import { type MouseEvent, memo } from 'react';
import { useKit } from '../provider/index.ts';
import type { Column } from './columns.ts';
import { RowReach } from './row-reach.ts';
import { plainPress } from './row-press.ts';

/** What a person may do with a row; one object for the life of the list, so that rows are not drawn again for it. */
export interface RowActs<Row> {
  readonly reach: (index: number) => void;
  /** Picks or drops the row; with `range` all from the one picked before. */
  readonly pick: (row: Row, range: boolean) => void;
  /** Looks at the row, or opens it where the list has no peek. */
  readonly press: (row: Row) => void;
  readonly open: (row: Row) => void;
}

interface TableRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
  /** Its place among all lines, headings counted. */
  readonly line: number;
  readonly name: string;
  readonly href: string;
  /** Whether the list has boxes, and this row's one is ticked. */
  readonly picked: boolean | undefined;
  /** The peek shows this row. */
  readonly peeked: boolean;
  /** The keyboard is on this row: its controls are in the tab order. */
  readonly reachable: boolean;
  readonly acts: RowActs<Row>;
}

function Row<Row>({ columns, row, index, line, name, href, picked, peeked, reachable, acts }: TableRowProps<Row>) {
  const { words } = useKit();
  const [first, ...rest] = columns;
  const reach = { tabIndex: reachable ? 0 : -1 };
  const press = (event: MouseEvent, fromLink: boolean) => {
    if (!plainPress(event)) return;
    if (!fromLink && event.target instanceof Element && event.target.closest('a, button, input, label, .k-edit'))
      return;
    event.preventDefault();
    acts.reach(index);
    // Enter on the name arrives as a press without a pointer: it opens the page, a pointer looks.
    if (fromLink && event.detail === 0) acts.open(row);
    else acts.press(row);
  };
  return (
    <tr
      data-index={index}
      aria-rowindex={line + 2}
      className={`${picked ? 'picked' : ''} ${peeked ? 'open' : ''}`}
      onClick={(event) => press(event, false)}
    >
      {picked !== undefined && (
        <td className="pick">
          <input
            type="checkbox"
            className="k-check"
            aria-label={words.table.selectRow(name)}
            checked={picked}
            onChange={(event) => acts.pick(row, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
            {...reach}
          />
        </td>
      )}
      <th scope="row" className="first">
        <div className="k-row-name">
          <a href={href} onClick={(event) => press(event, true)} onFocus={() => acts.reach(index)} {...reach}>
            {first?.render(row)}
          </a>
          {first?.renderBeside?.(row)}
        </div>
      </th>
      <RowReach value={reachable}>
        {rest.map((column) => (
          <td key={column.key} className={column.end ? 'end' : ''}>
            {column.render(row)}
          </td>
        ))}
      </RowReach>
    </tr>
  );
}

/** One row: a press looks at it, its name is a link to its page, the box picks it. Drawn again only when it changes. */
export const TableRow = memo(Row) as typeof Row;
