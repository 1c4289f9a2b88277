export { LeadFollowUp } from './actions/lead-follow-up.tsx';
export { useSourceName, useSourceOptions } from './parts/words.ts';
