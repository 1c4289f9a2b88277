import { activitiesProblems } from '@dealtrail/protocol/activities';
import { activitiesEn, activitiesZh } from '@dealtrail/protocol/activities/messages';
import type { Module } from '../../kernel/house/module.ts';
import { activityClocks } from './clocks.ts';
import { completeTask } from './operations/complete-task.ts';
import { createTask } from './operations/create-task.ts';
import { listTasks } from './operations/list-tasks.ts';
import { timeline } from './operations/timeline.ts';
import { activityParticipants } from './store/participants.ts';

/** What people do with records: follow-ups, tasks, and the history everybody reads. */
export const activities: Module = {
  name: 'activities',
  problems: activitiesProblems,
  messages: { zh: activitiesZh, en: activitiesEn },
  clocks: activityClocks,
  participants: activityParticipants,
  constraints: { follow_ups_pk: 'already_exists', tasks_pk: 'already_exists', record_links_pk: 'already_exists' },
  routes: [listTasks, createTask, completeTask, timeline],
};
