import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useKit } from '../provider/index.ts';
import { clampWidth, type Column, NARROWEST, WIDEST } from './columns.ts';

/** Pixels one press of an arrow key widens or narrows a column. */
const STEP = 16;

interface WidthHandleProps<Row> {
  readonly column: Column<Row>;
  readonly onWidth: (key: string, width: number) => void;
}

/** The edge of a column's head: drawn with the pointer or moved by arrow keys it sets the width. */
export function WidthHandle<Row>({ column, onWidth }: WidthHandleProps<Row>) {
  const { words } = useKit();
  const drag = useRef<{ readonly from: number; readonly width: number }>(undefined);
  const move = (event: PointerEvent) => {
    const start = drag.current;
    if (start) onWidth(column.key, clampWidth(start.width + event.clientX - start.from));
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(column.key, clampWidth(column.width + by));
  };
  return (
    <span
      className="k-width-handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.table.width(column.title)}
      aria-valuenow={column.width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientX, width: column.width };
        event.preventDefault();
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = undefined;
      }}
    />
  );
}
