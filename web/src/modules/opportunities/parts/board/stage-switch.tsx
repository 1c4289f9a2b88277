import { type FocusEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardColumn } from '../../../../kit/board/index.ts';
import { Tabs } from '../../../../kit/page/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { useOpportunityWords } from '../words.ts';
import './board.css';

/** A swipe has come to rest when the board has not moved for this long; older browsers tell no end of scrolling. */
const SETTLED_MS = 120;

interface StageSwitchProps {
  readonly columns: readonly BoardColumn[];
  /** The board. */
  readonly children: ReactNode;
}

const columnsIn = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('.k-board-column') ?? []),
];

/** Index of the column in the middle of the board's window; -1 when there is none. */
function columnInMiddle(box: HTMLElement | null): number {
  const board = box?.querySelector<HTMLElement>('.k-board');
  if (!board) return -1;
  const middle = board.scrollLeft + board.clientWidth / 2;
  return columnsIn(box).findIndex((column) => column.offsetLeft - board.offsetLeft + column.offsetWidth > middle);
}

function useSwipeEnd(box: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const board = box.current?.querySelector('.k-board');
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), SETTLED_MS);
    };
    board?.addEventListener('scroll', listen, { passive: true });
    return () => {
      clearTimeout(timer);
      board?.removeEventListener('scroll', listen);
    };
  }, [box]);
}

/** On a phone one stage is in sight at a time: tabs bring the others, and follow when the board is swiped. */
export function StageSwitch({ columns, children }: StageSwitchProps) {
  const word = useOpportunityWords();
  const phone = usePhone();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(columns.find((column) => column.count > 0)?.key ?? columns[0]?.key ?? '');
  const bring = (key: string, behavior: ScrollBehavior) => {
    setAt(key);
    const column = columnsIn(box.current)[columns.findIndex((each) => each.key === key)];
    column?.scrollIntoView({ behavior, inline: 'center', block: 'nearest' });
  };
  const start = useRef(() => bring(at, 'auto'));
  useEffect(() => {
    if (phone) start.current();
  }, [phone]);
  useEffect(() => {
    const tab = box.current?.querySelector('[role="tab"][aria-selected="true"]');
    tab?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [at]);
  useSwipeEnd(box, () => {
    const found = columns[columnInMiddle(box.current)]?.key;
    if (phone && found !== undefined) setAt(found);
  });
  // A refusal takes the focus in the column it belongs to, and gives it back to its card: the eye goes along.
  const goAlong = ({ target }: FocusEvent) => {
    const key = columns[columnsIn(box.current).findIndex((column) => column.contains(target))]?.key;
    if (phone && key !== undefined && key !== at) bring(key, 'smooth');
  };
  return (
    <div className="board-switch" ref={box} onFocus={goAlong}>
      {phone && (
        <Tabs
          label={word('opportunities.board.stages')}
          value={at}
          onChange={(key) => bring(key, 'smooth')}
          tabs={columns.map((column) => ({ value: column.key, word: column.name, count: column.count }))}
        />
      )}
      {children}
    </div>
  );
}
