import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../button/index.ts';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import './gate.css';

/** One condition of a gate: what, who and by when, and the act that fulfils it. */
export interface GateItem {
  readonly key: string;
  readonly what: ReactNode;
  /** Who can do it, how far it is: 草稿 60%，由沈牧（售前）提交. */
  readonly who?: ReactNode;
  /** A small button with the act; only on missing items. */
  readonly act?: ReactNode;
}

interface GateListProps {
  readonly missing: readonly GateItem[];
  readonly there?: readonly GateItem[];
  /** The stage the gate guards; shown with both counts above the list. */
  readonly stage?: string;
  /** Items beside each other where there is room: on a record page. */
  readonly wide?: boolean;
}

function Items({ items, state }: { readonly items: readonly GateItem[]; readonly state: 'missing' | 'there' }) {
  const { words } = useKit();
  return items.map((item) => (
    <li key={item.key} className={state}>
      <span className="k-gate-ring">
        {state === 'there' && <Icon name="check" size={14} />}
        <span className="k-hidden-words">{state === 'missing' ? words.gate.missingItem : words.gate.thereItem}</span>
      </span>
      <div className="k-grow">
        <div>{item.what}</div>
        {item.who && <div className="k-s12 k-t2">{item.who}</div>}
      </div>
      {item.act}
    </li>
  ));
}

/** What a gate still asks for, missing first: the same on page, board, bulk preview and dialog. */
export function GateList({ missing, there = [], stage, wide = false }: GateListProps) {
  const { words } = useKit();
  return (
    <div className={`k-gate ${wide ? 'wide' : ''}`}>
      {stage && (
        <div className="k-gate-head">
          <b>{words.gate.title(stage)}</b>
          <span className={`k-s12 ${missing.length ? 'k-late' : 'k-t3'}`}>
            {missing.length ? words.gate.missing(missing.length) : words.gate.complete}
          </span>
          {there.length > 0 && <span className="k-s12 k-t3">{words.gate.there(there.length)}</span>}
        </div>
      )}
      <ul>
        <Items items={missing} state="missing" />
        <Items items={there} state="there" />
      </ul>
    </div>
  );
}

interface RefusalProps {
  /** What did not happen: 没有移入，已放回方案设计. */
  readonly title: string;
  readonly note?: ReactNode;
  readonly missing: readonly GateItem[];
  /** A way around the gate, where one exists: 请贺知远放行. */
  readonly way?: ReactNode;
  readonly onClose: () => void;
}

/** A refusal that says what to do next; Esc closes it, and it takes the focus when it appears. */
export function Refusal({ title, note, missing, way, onClose }: RefusalProps) {
  const { words } = useKit();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A sheet opened from here closes by the same key; the refusal stays for what is still missing.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      event.preventDefault();
      onClose();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <div className="k-refusal" role="alertdialog" aria-label={title} tabIndex={-1} ref={box}>
      <div className="k-refusal-head">
        <Icon name="undo" />
        <div className="k-grow">
          <b>{title}</b>
          {note && <div className="k-s12 k-t2">{note}</div>}
        </div>
      </div>
      <GateList missing={missing} />
      <div className="k-refusal-foot">
        {way}
        <span className="k-grow" />
        <Button kind="quiet" small onClick={onClose}>
          {words.gotIt} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}
