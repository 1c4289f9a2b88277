export { type OpportunityBrief, opportunityBriefsQuery } from './store/opportunity-brief.ts';
export { opportunityList } from './store/opportunity-list.ts';
export { standardProcess } from './rules/default-process.ts';
export { currentProcessQuery } from './store/process-store.ts';
