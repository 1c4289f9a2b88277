import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { RowReach } from './row-reach.ts';

interface EditCellProps {
  /** What a press changes, for a screen reader: 修改优先级. */
  readonly label: string;
  /** False: the value stands as it is. */
  readonly may: boolean;
  /** The value as it is read. */
  readonly children: ReactNode;
  /** The input in place of the value, focused; `close` when it is done with or given up. */
  readonly renderEdit: (close: () => void) => ReactNode;
}

/** A value of a row that may be changed where it stands: a press opens its input, Esc gives it up. */
export function EditCell({ label, may, children, renderEdit }: EditCellProps) {
  const reachable = useContext(RowReach);
  const [open, setOpen] = useState(false);
  const face = useRef<HTMLButtonElement>(null);
  if (!may) return children;
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => face.current?.focus());
  };
  if (!open)
    return (
      <button
        ref={face}
        type="button"
        className="k-edit-face"
        aria-label={label}
        title={label}
        tabIndex={reachable ? 0 : -1}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
    );
  return (
    <div
      className="k-edit"
      role="presentation"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {renderEdit(close)}
    </div>
  );
}
