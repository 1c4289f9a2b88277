export { LeadFollowUp } from './actions/lead-follow-up.tsx';
export { useSourceName, useSourceOptions } from './parts/words.ts';
export { useLeadFilterFields } from './parts/list/use-filter-fields.ts';
