export { ClockChip } from './clock-chip.tsx';
export { ClockExplained } from './clock-explained.tsx';
export { type Clock, clockFace, type ClockTone, clockTone } from './clock-face.ts';
