import { OpportunityState } from '@dealtrail/protocol/opportunities';
import { opportunitiesEn, opportunitiesZh } from '@dealtrail/protocol/opportunities/messages';
import { calledBy, type Trigger } from '../../kernel/events/trigger.ts';
import { standardProcess } from './rules/default-process.ts';

const kinds = ['opportunity'];
const stages = standardProcess.stages.map(({ key, name }) => ({ value: key, ...name }));
const ends = OpportunityState.exclude(['open']).options;

/** What happens to opportunities that may set a rule going. */
export const opportunityTriggers: readonly Trigger[] = [
  { event: 'opportunities.opened', kinds },
  { event: 'opportunities.stage_advanced', kinds, by: { property: 'to', values: stages } },
  { event: 'opportunities.stage_returned', kinds, by: { property: 'to', values: stages } },
  {
    event: 'opportunities.closed',
    kinds,
    by: { property: 'state', values: calledBy(ends, 'opportunityState', opportunitiesZh, opportunitiesEn) },
  },
  { event: 'opportunities.signed', kinds },
  { event: 'opportunities.assigned', kinds },
];
