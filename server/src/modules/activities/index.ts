export { CUSTOMER_REACHED } from './clocks.ts';
export { recordFollowUp } from './operations/record-follow-up.ts';
export { tellFollowers } from './reactions/tell-people.ts';
export { presentTask } from './present.ts';
export { linkRecords } from './store/link-store.ts';
export {
  cancelOpenTasks,
  createTasks,
  handOverTasks,
  moveOpenTasks,
  replanTasks,
} from './store/task-store.ts';
export { type TaskFacts, tasksByIds, tasksOf } from './store/task-view.ts';
export { contactCountsQuery } from './store/week-query.ts';
export { followUpsByAuthor, weekFollowUpsQuery } from './store/team-week.ts';
export { openWork, type WorkLine } from './store/work-query.ts';
export { activityTriggers } from './triggers.ts';
