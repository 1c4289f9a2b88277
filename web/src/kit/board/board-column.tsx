import { useDroppable } from '@dnd-kit/core';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../button/index.ts';
import { formatCount } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';
import type { BoardColumn } from './board-props.ts';

/** Cards drawn at first in one column; more are asked for, so that a full column stays quick. */
const FIRST_CARDS = 50;

interface ColumnProps<Card> {
  readonly column: BoardColumn;
  readonly cards: readonly Card[];
  readonly refusal: ReactNode;
  readonly renderCard: (card: Card) => ReactNode;
}

/** One column: its head, a refusal where one happened, its cards. */
export function Column<Card>({ column, cards, refusal, renderCard }: ColumnProps<Card>) {
  const { words, language } = useKit();
  const id = useId();
  const [shown, setShown] = useState(FIRST_CARDS);
  const { setNodeRef, isOver } = useDroppable({ id: column.key, disabled: column.closed ?? false });
  const [left, right] = column.notes ?? [];
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={id}
      className={`k-board-column ${column.closed ? 'narrow' : ''} ${isOver ? 'over' : ''} ${refusal ? 'refused' : ''}`}
    >
      <header>
        <h2 id={id}>{column.name}</h2>
        <span className="k-t3">{formatCount(column.count, language)}</span>
        <span className="k-grow" />
        {column.figure && <span className="k-number">{column.figure}</span>}
        {(left || right) && (
          <div className="notes k-s12 k-t3">
            <span>{left}</span>
            <span>{right}</span>
          </div>
        )}
      </header>
      <div className="k-board-cards">
        {refusal}
        {cards.slice(0, shown).map(renderCard)}
        {cards.length === 0 && !refusal && <p className="k-s12 k-t3">{words.board.empty}</p>}
        {cards.length > shown && (
          <Button kind="quiet" small onClick={() => setShown(shown + FIRST_CARDS)}>
            {words.board.more(Math.min(FIRST_CARDS, cards.length - shown))}
          </Button>
        )}
      </div>
    </section>
  );
}
