export { hangUp } from './line.ts';
export { answered, unanswered } from './reach.ts';
export { useLive, useReach } from './use-live.ts';
