import type { MouseEvent } from 'react';
import { useKit } from '../provider/index.ts';
import type { ListProps } from './list-props.ts';
import { plainPress } from './row-press.ts';

interface TableRowProps<Row> {
  readonly list: ListProps<Row>;
  readonly row: Row;
  readonly index: number;
  /** The keyboard is on this row: its controls are in the tab order. */
  readonly reachable: boolean;
  readonly onReach: (index: number) => void;
  readonly onPick: (row: Row) => void;
}

/** One row: a press looks at it, its name is a link to its page, the box picks it. */
export function TableRow<Row>({ list, row, index, reachable, onReach, onPick }: TableRowProps<Row>) {
  const { words } = useKit();
  const { columns, rowKey, rowName, rowHref, onOpen, onPeek, peekKey, selection } = list;
  const key = rowKey(row);
  const picked = selection?.keys.has(key) ?? false;
  const reach = { tabIndex: reachable ? 0 : -1 };
  const press = (event: MouseEvent, fromLink: boolean) => {
    if (!plainPress(event)) return;
    if (!fromLink && event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    event.preventDefault();
    onReach(index);
    // Enter on the name arrives as a press without a pointer: it opens the page, a pointer looks.
    if (!onPeek || (fromLink && event.detail === 0)) onOpen(row);
    else onPeek(row);
  };
  const [first, ...rest] = columns;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      className={`${picked ? 'picked' : ''} ${key === peekKey ? 'open' : ''}`}
      onClick={(event) => press(event, false)}
    >
      {selection && (
        <td className="pick">
          <input
            type="checkbox"
            className="k-check"
            aria-label={words.table.selectRow(rowName(row))}
            checked={picked}
            onChange={() => onPick(row)}
            {...reach}
          />
        </td>
      )}
      <th scope="row" className="first">
        <div className="k-row-name">
          <a href={rowHref(row)} onClick={(event) => press(event, true)} onFocus={() => onReach(index)} {...reach}>
            {first?.render(row)}
          </a>
          {first?.renderBeside?.(row)}
        </div>
      </th>
      {rest.map((column) => (
        <td key={column.key} className={column.end ? 'end' : ''}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  );
}
