export { Board } from './board.tsx';
export type { BoardColumn, MoveAnswer } from './board-props.ts';
