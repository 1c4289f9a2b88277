import { FollowUpOutcome } from '@dealtrail/protocol/activities';
import { activitiesEn, activitiesZh } from '@dealtrail/protocol/activities/messages';
import { calledBy, type Trigger } from '../../kernel/events/trigger.ts';
import { FOLLOW_UP_RECORDED } from './clocks.ts';

const kinds = ['lead', 'opportunity'];

/** What people do with records that may set a rule going. */
export const activityTriggers: readonly Trigger[] = [
  {
    event: FOLLOW_UP_RECORDED,
    kinds,
    by: {
      property: 'outcome',
      values: calledBy(FollowUpOutcome.options, 'followUpOutcome', activitiesZh, activitiesEn),
    },
  },
  { event: 'activities.task_done', kinds: [...kinds, 'customer'] },
];
