export { ClockChip } from './clock-chip.tsx';
export { ClockExplained } from './clock-explained.tsx';
export { type Clock } from './clock-face.ts';
