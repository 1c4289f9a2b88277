export { FollowUpWindow } from './actions/follow-up-window.tsx';
export { NewOpportunitySheet } from './actions/new-opportunity-sheet.tsx';
export { OpportunitiesOfCustomer } from './parts/opportunities-of-customer.tsx';
export { useFilterFields as useOpportunityFilterFields } from './parts/look/use-filter-fields.ts';
