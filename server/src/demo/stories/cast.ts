import type { Agenda } from '../play/agenda.ts';
import type { Chance } from '../play/chance.ts';
import type { Player, Stage } from '../play/stage.ts';

/** A seller with what the story must know of them. */
export interface Seller extends Player {
  readonly department: string;
  readonly talent: number;
  /** Who checks their team. */
  readonly supervisor: Player;
}

/** Everybody and everything a story needs. */
export interface Cast {
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly chance: Chance;
  /** The day that is today when the play is over, and its moment. */
  readonly today: string;
  readonly now: Date;
  /** Sellers by their member's id; who left is not among them. */
  readonly sellers: Map<string, Seller>;
  readonly administrator: Player;
  readonly everybody: readonly Player[];
  readonly player: (key: string) => Player;
  /** Notes a story that could not go on. */
  readonly dropped: (matter: string, reason: unknown) => void;
}
