import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListProps } from './list-props.ts';
import type { RowActs } from './table-row.tsx';

/** The row the keyboard is on, and acts that stay the same object while what they do follows the list. */
export function useRowActs<Row>(list: ListProps<Row>): { readonly active: number; readonly acts: RowActs<Row> } {
  const [active, setActive] = useState(0);
  /** The row picked last: where a range begins. */
  const anchor = useRef<string>(undefined);
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const acts = useMemo<RowActs<Row>>(
    () => ({
      reach: setActive,
      pick: (row, range) => {
        const { selection, rowKey, rows } = latest.current;
        if (!selection) return;
        const keys = new Set(selection.keys);
        const at = rows.indexOf(row);
        const from = range ? rows.findIndex((each) => rowKey(each) === anchor.current) : -1;
        anchor.current = rowKey(row);
        if (from >= 0 && at >= 0) {
          for (const each of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) keys.add(rowKey(each));
        } else if (!keys.delete(rowKey(row))) keys.add(rowKey(row));
        selection.onChange(keys);
      },
      press: (row) => (latest.current.onPeek ?? latest.current.onOpen)(row),
      open: (row) => latest.current.onOpen(row),
    }),
    [],
  );
  return { active, acts };
}
