export { drain } from './drain.ts';
export { installJobs } from './queues.ts';
export { startJobs } from './start-jobs.ts';
