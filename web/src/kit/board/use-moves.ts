import { useCallback, useState } from 'react';
import type { BoardProps, MoveAnswer } from './board-props.ts';

/** A refused move: which card, where it wanted to go, what is missing. */
export interface RefusedMove {
  readonly card: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly answer: Extract<MoveAnswer, { moved: false }>;
}

/** What a board knows of its moves. */
export interface Moves<Card> {
  /** Column of a card as drawn: where it was asked to go while the server judges. */
  readonly columnOf: (card: Card) => string;
  readonly waiting: ReadonlySet<string>;
  readonly refused: RefusedMove | undefined;
  /** The card that just went back: outlined and focused. */
  readonly back: string | undefined;
  readonly move: (card: Card, to: string) => void;
  readonly dismiss: () => void;
}

/** Moves under way and the last refusal; a card stands where it was asked to go until the server has judged. */
export function useMoves<Card>({ cardKey, cardColumn, cardName, onMove }: BoardProps<Card>): Moves<Card> {
  const [under, setUnder] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<RefusedMove>();
  const [back, setBack] = useState<string>();
  const move = (card: Card, to: string) => {
    const key = cardKey(card);
    const from = cardColumn(card);
    if (from === to || under.has(key)) return;
    setRefused(undefined);
    setBack(undefined);
    setUnder((now) => new Map(now).set(key, to));
    const settle = () =>
      setUnder((now) => {
        const left = new Map(now);
        left.delete(key);
        return left;
      });
    onMove(card, to).then(
      (answer) => {
        settle();
        if (answer.moved) return;
        setRefused({ card: key, name: cardName(card), from, to, answer });
        setBack(key);
      },
      () => {
        settle();
        setBack(key);
      },
    );
  };
  const dismiss = useCallback(() => setRefused(undefined), []);
  return {
    columnOf: (card) => under.get(cardKey(card)) ?? cardColumn(card),
    waiting: new Set(under.keys()),
    refused,
    back,
    move,
    dismiss,
  };
}
