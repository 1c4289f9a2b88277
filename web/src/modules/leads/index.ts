export { FollowUpSheet, type FollowUpTarget } from '../activities/index.ts';
export { NewLeadSheet } from './actions/new-lead-sheet.tsx';
export { useFollowUpTarget } from './parts/use-follow-up-target.ts';
export { useSourceName } from './parts/words.ts';
