export { ProblemNotice, ProblemState, useProblemWords } from './problem-state.tsx';
