import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { IconButton, type MenuAct, MenuButton } from '../button/index.ts';
import { useKit } from '../provider/index.ts';
import type { BoardProps } from './board-props.ts';

interface BoardCardProps<Card> {
  readonly board: BoardProps<Card>;
  readonly card: Card;
  readonly column: string;
  readonly waiting: boolean;
  /** Went back after a refusal: outlined and in sight. */
  readonly back: boolean;
  /** The refusal has been read: the focus returns to the card. */
  readonly focused: boolean;
  readonly onMove: (card: Card, to: string) => void;
}

/** One card: dragged by mouse or finger, picked up with Space on its name, or moved by its menu. */
export function BoardCard<Card>({ board, card, column, waiting, back, focused, onMove }: BoardCardProps<Card>) {
  const { words } = useKit();
  const name = board.cardName(card);
  const movable = board.mayMove(card) && !waiting;
  const { attributes, isDragging, listeners, setActivatorNodeRef, setNodeRef } = useDraggable({
    id: board.cardKey(card),
    data: { name, column },
    disabled: !movable,
  });
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (back) link.current?.scrollIntoView({ block: 'nearest' });
  }, [back]);
  useEffect(() => {
    if (focused) link.current?.focus({ preventScroll: true });
  }, [focused]);
  const { onKeyDown, ...pointer } = listeners ?? {};
  const targets: MenuAct[] = board.columns
    .filter((each) => !each.closed && each.key !== column)
    .map((each) => ({ key: each.key, word: each.name, onClick: () => onMove(card, each.key) }));
  return (
    <article
      ref={setNodeRef}
      className={`k-board-card ${back ? 'back' : ''} ${isDragging ? 'lifted' : ''} ${waiting ? 'waiting' : ''} ${movable ? '' : 'fixed'}`}
      {...pointer}
    >
      <div className="name">
        <a
          ref={(element) => {
            link.current = element;
            setActivatorNodeRef(element);
          }}
          href={board.cardHref(card)}
          draggable={false}
          aria-describedby={movable ? attributes['aria-describedby'] : undefined}
          onKeyDown={(event: KeyboardEvent) => (onKeyDown as ((event: KeyboardEvent) => void) | undefined)?.(event)}
          onClick={(event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            board.onOpen(card);
          }}
        >
          {name}
        </a>
        {board.renderFigure && <span className="k-number">{board.renderFigure(card)}</span>}
        {movable && targets.length > 0 && (
          <MenuButton heading={board.moveWord ?? words.board.moveTo} acts={targets}>
            <IconButton small icon="more" className="menu" label={words.board.cardMenu(name)} />
          </MenuButton>
        )}
      </div>
      {board.renderBody(card)}
    </article>
  );
}
