export { DecideDialog } from './decide-dialog.tsx';
export { PostponeDialog } from './postpone-dialog.tsx';
export { useMoreTime } from './use-more-time.tsx';
export { useRefusal } from './use-refusal.ts';
