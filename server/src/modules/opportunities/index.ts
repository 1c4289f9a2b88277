export { type OpportunityBrief, opportunityBriefsQuery } from './store/opportunity-brief.ts';
export { OPPORTUNITY_SOURCE, opportunityColumns, opportunityList } from './store/opportunity-list.ts';
export { standardProcess } from './rules/default-process.ts';
export type { SalesProcess } from './rules/sales-process.ts';
export { currentProcessQuery } from './store/process-store.ts';
export { insertEvidence as recordEvidence } from './store/opportunity-store.ts';
