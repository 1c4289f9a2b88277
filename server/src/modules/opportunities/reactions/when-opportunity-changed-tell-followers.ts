import { tellFollowers } from '../../activities/index.ts';

/** Reaction: who follows an opportunity hears when its owner or stage changes, or when it closes. */
export const whenOpportunityChangedTellFollowers = tellFollowers('opportunities', [
  'opportunities.assigned',
  'opportunities.stage_advanced',
  'opportunities.stage_returned',
  'opportunities.signed',
  'opportunities.closed',
]);
