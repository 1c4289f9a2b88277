import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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

/** On a phone one stage is in sight at a time: tabs bring the others, and follow when the board is swiped. */
export function StageSwitch({ columns, children }: StageSwitchProps) {
  const word = useOpportunityWords();
  const phone = usePhone();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(columns.find((column) => column.count > 0)?.key ?? columns[0]?.key ?? '');
  const columnAt = (index: number) => box.current?.querySelectorAll<HTMLElement>('.k-board-column')[index];
  const bring = (key: string, smooth: boolean) => {
    setAt(key);
    const index = columns.findIndex((column) => column.key === key);
    columnAt(index)?.scrollIntoView({ behavior: smooth ? 'smooth' : 'auto', inline: 'center', block: 'nearest' });
  };
  const start = useRef(() => bring(at, false));
  useEffect(() => {
    if (phone) start.current();
  }, [phone]);
  const follow = () => {
    const board = box.current?.querySelector('.k-board');
    if (!phone || !board) return;
    const middle = board.scrollLeft + board.clientWidth / 2;
    const index = columns.findIndex((_, place) => {
      const column = columnAt(place);
      return column && column.offsetLeft - (board as HTMLElement).offsetLeft + column.offsetWidth > middle;
    });
    const found = columns[index]?.key;
    if (found !== undefined && found !== at) setAt(found);
  };
  const watch = useRef(follow);
  useEffect(() => {
    watch.current = follow;
  });
  useEffect(() => {
    const board = box.current?.querySelector('.k-board');
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => watch.current(), SETTLED_MS);
    };
    board?.addEventListener('scroll', listen, { passive: true });
    return () => {
      clearTimeout(timer);
      board?.removeEventListener('scroll', listen);
    };
  }, []);
  // A refusal takes the focus in the column it belongs to, and gives it back to its card: the eye goes along.
  const goAlong = ({ target }: FocusEvent) => {
    const all = [...(box.current?.querySelectorAll('.k-board-column') ?? [])];
    const key = columns[all.findIndex((column) => column.contains(target))]?.key;
    if (phone && key !== undefined && key !== at) bring(key, true);
  };
  return (
    <div className="board-switch" ref={box} onFocus={goAlong}>
      {phone && (
        <Tabs
          label={word('opportunities.board.stages')}
          value={at}
          onChange={(key) => bring(key, true)}
          tabs={columns.map((column) => ({ value: column.key, word: column.name, count: column.count }))}
        />
      )}
      {children}
    </div>
  );
}
