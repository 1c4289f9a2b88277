export { Board } from './board.tsx';
export type { BoardColumn, BoardProps, MoveAnswer } from './board-props.ts';
