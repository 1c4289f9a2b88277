export { useFollowUpTarget } from './parts/use-follow-up-target.ts';
export { useSourceName } from './parts/words.ts';
