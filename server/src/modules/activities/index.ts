export { CUSTOMER_REACHED } from './clocks.ts';
export { recordFollowUp } from './operations/record-follow-up.ts';
export { presentTask } from './present.ts';
export { linkRecords } from './store/link-store.ts';
export {
  cancelOpenTasks,
  completeTasksOf,
  createTasks,
  handOverTasks,
  moveOpenTasks,
  type NewTask,
} from './store/task-store.ts';
export { tasksByIds, tasksOf } from './store/task-view.ts';
export { activityCountsQuery } from './store/timeline-query.ts';
export { contactCountsQuery } from './store/week-query.ts';
export { openWork, type WorkLine } from './store/work-query.ts';
