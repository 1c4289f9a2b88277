import { tellFollowers } from '../../activities/index.ts';

/** Reaction: who follows a lead hears when its owner or its state changes, or when it ends. */
export const whenLeadChangedTellFollowers = tellFollowers('leads', [
  'leads.assigned',
  'leads.state_changed',
  'leads.invalidated',
  'leads.paused',
  'leads.qualified',
  'leads.converted',
]);
