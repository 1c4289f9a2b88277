export { FollowUpSheet } from './actions/follow-up-sheet.tsx';
export { useFollowUpKey } from './actions/use-follow-up-key.ts';
export { LateReasonDialog } from './actions/late-reason-dialog.tsx';
export { FOLLOW_UP_KEY } from './rules/follow-up-keys.ts';
export { type FollowUpTarget, openClocks, owesReason } from './parts/follow-up/follow-up-target.ts';
export { RecordFiles } from './parts/record-files.tsx';
export { RecordTasks } from './parts/record-tasks.tsx';
export { RecordTimeline } from './parts/record-timeline.tsx';
export { useActivityWords, useClockName } from './parts/words.ts';
