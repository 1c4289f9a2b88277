import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useMemo, useState } from 'react';
import { Refusal } from '../gate/index.ts';
import { useKit } from '../provider/index.ts';
import { BoardCard } from './board-card.tsx';
import { Column } from './board-column.tsx';
import type { BoardColumn, BoardProps } from './board-props.ts';
import { stepToColumn } from './steps.ts';
import { type Moves, useMoves } from './use-moves.ts';
import './board.css';

/** A finger must rest this long before it lifts a card, so that the page still scrolls. */
const TOUCH_DELAY_MS = 200;

const keys = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape'] };

function useAnnouncements<Card>({ columns }: BoardProps<Card>): Announcements {
  const { words } = useKit();
  return useMemo(() => {
    const column = (id: unknown) => columns.find((each) => each.key === id)?.name ?? '';
    const name = (from: { current: unknown }) => (from.current as { name?: string } | undefined)?.name ?? '';
    const home = (from: { current: unknown }) => (from.current as { column?: string } | undefined)?.column;
    const picked = (from: { current: unknown }) => words.board.picked(name(from), column(home(from)));
    return {
      onDragStart: ({ active }) => picked(active.data),
      // A lifted card lies over its own column first; saying only that would drown how to go on.
      onDragOver: ({ active, over }) => {
        if (!over) return undefined;
        if (over.id === home(active.data)) return picked(active.data);
        return words.board.over(name(active.data), column(over.id));
      },
      onDragEnd: ({ active, over }) =>
        over ? words.board.dropped(name(active.data), column(over.id)) : words.board.cancelled(name(active.data)),
      onDragCancel: ({ active }) => words.board.cancelled(name(active.data)),
    };
  }, [columns, words]);
}

/** Records in columns, moved by mouse, touch, keyboard or menu; a refused card goes back and its column says why. */
export function Board<Card>(props: BoardProps<Card>) {
  const { label, columns, cards, cardKey } = props;
  const { words } = useKit();
  const moves = useMoves(props);
  const [lifted, setLifted] = useState<string>();
  const announcements = useAnnouncements(props);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY_MS, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: stepToColumn, keyboardCodes: keys }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    setLifted(undefined);
    const card = cards.find((each) => cardKey(each) === active.id);
    if (card && over) moves.move(card, String(over.id));
  };
  const flying = cards.find((card) => cardKey(card) === lifted);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => {
        const under = pointerWithin(args);
        return under.length ? under : rectIntersection(args);
      }}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.board.instructions } }}
      onDragStart={({ active }) => setLifted(String(active.id))}
      onDragCancel={() => setLifted(undefined)}
      onDragEnd={drop}
    >
      <div className="k-board" role="group" aria-label={label}>
        {columns.map((column) => (
          <MovingColumn key={column.key} board={props} column={column} moves={moves} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{flying && <Flying board={props} card={flying} />}</DragOverlay>
    </DndContext>
  );
}

interface MovingColumnProps<Card> {
  readonly board: BoardProps<Card>;
  readonly column: BoardColumn;
  readonly moves: Moves<Card>;
}

function MovingColumn<Card>({ board, column, moves }: MovingColumnProps<Card>) {
  const { words } = useKit();
  const { refused } = moves;
  const { cardKey } = board;
  const from = board.columns.find((each) => each.key === refused?.from)?.name ?? '';
  const refusal = refused?.to === column.key && (
    <Refusal
      title={words.gate.refused(from)}
      note={refused.answer.note ?? refused.name}
      missing={refused.answer.missing}
      way={refused.answer.way}
      onClose={moves.dismiss}
    />
  );
  return (
    <Column
      column={column}
      cards={board.cards.filter((card) => moves.columnOf(card) === column.key)}
      refusal={refusal}
      renderCard={(card) => (
        <BoardCard
          key={cardKey(card)}
          board={board}
          card={card}
          column={column.key}
          waiting={moves.waiting.has(cardKey(card))}
          back={moves.back === cardKey(card)}
          focused={moves.back === cardKey(card) && !refused}
          onMove={moves.move}
        />
      )}
    />
  );
}

function Flying<Card>({ board, card }: { readonly board: BoardProps<Card>; readonly card: Card }) {
  return (
    <div className="k-board-card flying">
      <div className="name">
        <b className="k-grow k-clip">{board.cardName(card)}</b>
        {board.renderFigure && <span className="k-number">{board.renderFigure(card)}</span>}
      </div>
      {board.renderBody(card)}
    </div>
  );
}
