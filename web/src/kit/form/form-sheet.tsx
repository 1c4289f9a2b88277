import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '../button/index.ts';
import { Dialog, Sheet } from '../dialog/index.tsx';
import { useKit } from '../provider/index.ts';
import './form-sheet.css';

interface FormSheetProps {
  readonly open: boolean;
  readonly title: string;
  /** Quiet words at the right of the title: 草稿已存. */
  readonly note?: ReactNode;
  readonly width?: number;
  readonly onClose: () => void;
  /** What is typed survives closing: no question is asked. */
  readonly keeps?: boolean;
  /** The form; it tells whether something is unsaved, and closes the sheet by the second function. */
  readonly children: (markDirty: (dirty: boolean) => void, close: () => void) => ReactNode;
}

/** A sheet with one form, which asks before what was typed is lost by closing it. */
export function FormSheet({ open, title, note, width, onClose, keeps = false, children }: FormSheetProps) {
  const { words } = useKit();
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const leave = useCallback(() => {
    setAsking(false);
    setDirty(false);
    onClose();
  }, [onClose]);
  const close = () => {
    if (dirty && !keeps) setAsking(true);
    else leave();
  };
  return (
    <Sheet open={open} title={title} note={note} onClose={close} {...(width ? { width } : {})}>
      <div className="k-form-sheet">{children(setDirty, close)}</div>
      <Dialog
        open={asking}
        title={words.form.leaveTitle}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button kind="danger" onClick={leave}>
              {words.form.leave}
            </Button>
            <Button kind="primary" onClick={() => setAsking(false)}>
              {words.form.stay}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </Sheet>
  );
}
