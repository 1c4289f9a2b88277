export { hangUp } from './line.ts';
export { answered, unanswered } from './reach.ts';
export { useLive, useOfflineSince } from './use-live.ts';
