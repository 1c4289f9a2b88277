import { type KeyboardEvent, type ReactNode, useContext, useState } from 'react';
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
  const [stage, setStage] = useState<'read' | 'edit' | 'back'>('read');
  if (!may) return children;
  const close = () => setStage('back');
  if (stage !== 'edit')
    return (
      <button
        // The keyboard goes back to where it came from.
        ref={(face) => {
          if (stage === 'back') face?.focus({ preventScroll: true });
        }}
        type="button"
        className="k-edit-face"
        title={label}
        tabIndex={reachable ? 0 : -1}
        onBlur={() => setStage('read')}
        onClick={() => setStage('edit')}
      >
        {children}
        <span className="k-hidden-words">{label}</span>
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
