export { type OpportunityBrief, opportunityBriefsQuery } from './store/opportunity-brief.ts';
export { opportunityList } from './store/opportunity-list.ts';
export { standardProcess } from './rules/default-process.ts';
export { homeFirst, sumsOfStage } from './rules/sums.ts';
export { sumsByStage } from './store/sum-queries.ts';
export { currentProcessQuery } from './store/process-store.ts';
export { opportunityTriggers } from './triggers.ts';
