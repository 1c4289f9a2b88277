export { ProblemNotice, ProblemState, useProblemWords } from './problem-state.tsx';
export type { SaidProblem } from './problem-words.ts';
