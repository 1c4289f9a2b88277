export { useFollowUpTarget } from './parts/use-follow-up-target.ts';
export { useSourceName, useSourceOptions } from './parts/words.ts';
