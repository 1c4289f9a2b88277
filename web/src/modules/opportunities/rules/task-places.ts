import type { Task } from '@dealtrail/protocol/activities';
import type { Opportunity } from '@dealtrail/protocol/opportunities';

/** Tasks of an opportunity by where they belong. */
export interface TaskPlaces {
  /** Of the present stage, as they are due; done ones last. */
  readonly stage: readonly Task[];
  /** Every other open one: promised next steps, own tasks, what an earlier stage left open. */
  readonly others: readonly Task[];
  /** How many others are done. */
  readonly pastDone: number;
}

const isDone = (task: Task): boolean => task.doneAt !== null;

function dueFirst(one: Task, other: Task): number {
  return Number(isDone(one)) - Number(isDone(other)) || (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');
}

/** Sorts the tasks of an opportunity: the present stage first, then what else is open. */
export function tasksByPlace({ tasks, stageKey }: Pick<Opportunity, 'tasks' | 'stageKey'>): TaskPlaces {
  const ofStage = (task: Task) => task.stageKey === stageKey;
  const rest = tasks.filter((task) => !ofStage(task));
  return {
    stage: tasks.filter(ofStage).sort(dueFirst),
    others: rest.filter((task) => !isDone(task)).sort(dueFirst),
    pastDone: rest.filter(isDone).length,
  };
}

const promises: ReadonlySet<Task['kind']> = new Set(['next_step', 'call_back', 'first_touch']);

/** What was promised to the customer next: the open promise that is due first. */
export function promisedNext({ tasks }: Pick<Opportunity, 'tasks'>): Task | undefined {
  return tasks.filter((task) => !isDone(task) && promises.has(task.kind)).sort(dueFirst)[0];
}
