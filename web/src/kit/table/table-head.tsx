import { useEffect, useRef } from 'react';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import { sortAfterPress, sortOf } from './columns.ts';
import { WidthHandle } from './width-handle.tsx';
import type { ListProps } from './list-props.ts';

function PickAll<Row>({ rows, rowKey, selection }: ListProps<Row>) {
  const { words } = useKit();
  const box = useRef<HTMLInputElement>(null);
  const count = selection?.keys.size ?? 0;
  const all = rows.length > 0 && count >= rows.length && rows.every((row) => selection?.keys.has(rowKey(row)));
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="k-check"
      aria-label={words.table.selectAll}
      checked={all || Boolean(selection?.whole)}
      onChange={() => selection?.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
    />
  );
}

/** The head of a table: titles that sort, and the box that picks every row read so far. */
export function TableHead<Row>(props: ListProps<Row>) {
  const { columns, sort, onSort, selection, onWidth } = props;
  const { words } = useKit();
  return (
    <thead>
      <tr>
        {selection && (
          <th className="pick" scope="col">
            <PickAll {...props} />
          </th>
        )}
        {columns.map((column, index) => {
          const direction = sortOf(sort, column.sortBy);
          const field = column.sortBy;
          return (
            <th
              key={column.key}
              scope="col"
              className={`${index === 0 ? 'first' : ''} ${column.end ? 'end' : ''}`}
              {...(direction ? { 'aria-sort': direction } : {})}
            >
              {field && onSort ? (
                <button type="button" title={words.table.sort} onClick={() => onSort(sortAfterPress(sort, field))}>
                  {column.title}
                  {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} />}
                </button>
              ) : (
                column.title
              )}
              {onWidth && <WidthHandle column={column} onWidth={onWidth} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
