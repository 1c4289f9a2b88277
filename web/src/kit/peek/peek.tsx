import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button, IconButton } from '../button/index.ts';
import { useKit, usePhone } from '../provider/index.ts';
import './peek.css';

interface PeekProps {
  /** Name of the record. */
  readonly title: string;
  /** State tags beside the name. */
  readonly marks?: ReactNode;
  /** Number, created, owner; use `Facts`. */
  readonly facts?: ReactNode;
  /** At most one primary act, then the others. */
  readonly acts?: ReactNode;
  /** Position in the list, from 1, and how many there are. */
  readonly position?: { readonly index: number; readonly total: string } | undefined;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  /** Opens the record's own page. */
  readonly onOpen?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Esc closes the look; a sheet opened from it closes by the same key first. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      onClose();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [onClose]);
}

/** A look at one record beside its list, which stays live under it; Esc closes, J and K walk the list. */
export function Peek(props: PeekProps) {
  const { title, marks, facts, acts, position, onPrevious, onNext, onOpen, onClose, children } = props;
  const { words } = useKit();
  const phone = usePhone();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [title]);
  useEffect(() => {
    document.documentElement.dataset['peek'] = 'open';
    return () => {
      delete document.documentElement.dataset['peek'];
    };
  }, []);
  useEscape(onClose);
  return createPortal(
    <aside className="k-peek" aria-label={title}>
      <header>
        <IconButton small icon="up" label={words.peek.previous} disabled={!onPrevious} onClick={onPrevious} />
        <IconButton small icon="down" label={words.peek.next} disabled={!onNext} onClick={onNext} />
        {position && (
          <span className="k-s13 k-t2 k-nowrap" aria-live="polite">
            {words.peek.position(position.index, position.total)}
          </span>
        )}
        {(onPrevious || onNext) && !phone && (
          <span className="k-row" aria-hidden="true">
            <kbd>K</kbd>
            <kbd>J</kbd>
          </span>
        )}
        <span className="k-grow" />
        {onOpen && (
          <Button kind="quiet" small icon="open" onClick={onOpen}>
            {words.open}
          </Button>
        )}
        <IconButton small icon="close" label={words.close} onClick={onClose} />
      </header>
      <div className="k-peek-body" ref={body}>
        <div>
          <div className="k-peek-title">
            <h2>{title}</h2>
            {marks}
          </div>
          {facts && <p className="k-s13 k-t2">{facts}</p>}
        </div>
        {acts && <div className="k-peek-acts">{acts}</div>}
        {children}
      </div>
    </aside>,
    document.body,
  );
}
