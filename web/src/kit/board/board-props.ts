import type { ReactNode } from 'react';
import type { GateItem } from '../gate/index.ts';

/** One column of a board, drawn in the given order. */
export interface BoardColumn {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** Sum at the right of the name. */
  readonly figure?: ReactNode;
  /** Second line: 阶段概率 40% at the left, 加权 ¥144.0 万 at the right. */
  readonly notes?: readonly [ReactNode, ReactNode?];
  /** Narrow and dashed; cards are neither taken from it nor dropped on it: 本月赢单. */
  readonly closed?: boolean;
}

/** What became of a move: done, or refused with what is missing. */
export type MoveAnswer =
  | { readonly moved: true }
  | {
      readonly moved: false;
      readonly missing: readonly GateItem[];
      /** Quiet words under the title of the refusal. */
      readonly note?: ReactNode;
      /** A way around, where one exists. */
      readonly way?: ReactNode;
    };

export interface BoardProps<Card> {
  readonly label: string;
  readonly columns: readonly BoardColumn[];
  readonly cards: readonly Card[];
  readonly cardKey: (card: Card) => string;
  readonly cardColumn: (card: Card) => string;
  readonly cardName: (card: Card) => string;
  readonly cardHref: (card: Card) => string;
  readonly onOpen: (card: Card) => void;
  /** Whether this person may move the card at all. */
  readonly mayMove: (card: Card) => boolean;
  /** At the right of the name: the amount. */
  readonly renderFigure?: (card: Card) => ReactNode;
  /** Under the name; its last line `board-foot` lies at the bottom of the card. */
  readonly renderBody: (card: Card) => ReactNode;
  /** Asks the server; the card stands in its new column meanwhile and goes back when refused. */
  readonly onMove: (card: Card, toColumn: string) => Promise<MoveAnswer>;
  /** Words of the menu that moves a card without dragging; the kit says 移动到阶段…. */
  readonly moveWord?: string;
}
