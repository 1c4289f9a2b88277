import type { FollowUp, Task } from '@dealtrail/protocol/activities';
import type { NewRow } from '../../kernel/db/index.ts';
import type { TaskFacts } from './store/task-view.ts';

/** A task as answers show it. */
export function presentTask(task: TaskFacts): Task {
  return {
    id: task.id,
    recordId: task.recordId,
    recordKind: task.recordKind,
    recordTitle: task.recordTitle,
    kind: task.kind,
    title: task.titleKey === null ? (task.title ?? '') : { key: task.titleKey, params: task.titleParams ?? {} },
    ownerId: task.ownerId,
    ownerName: task.ownerName,
    dueAt: task.dueAt?.toISOString() ?? null,
    doneAt: task.doneAt?.toISOString() ?? null,
    required: task.required,
    stageKey: task.stageKey,
    version: task.version,
  };
}

/** A follow-up as answers and the timeline show it. */
export function presentFollowUp(
  row: NewRow<'follow_ups'> & { authorName: string | null; behalfName?: string | null },
): FollowUp {
  return {
    id: row.id,
    recordId: row.recordId,
    number: row.number,
    method: row.method,
    outcome: row.outcome,
    content: row.content ?? null,
    feedback: row.feedback ?? null,
    nextStep: row.nextStep ?? null,
    nextStepOn: row.nextStepOn ?? null,
    nextStepTime: row.nextStepTime ?? null,
    occurredAt: new Date(row.occurredAt).toISOString(),
    enteredAt: new Date(row.enteredAt).toISOString(),
    enteredLate: row.enteredLate,
    authorId: row.authorId ?? null,
    authorName: row.authorName,
    behalfOf: row.behalfName ?? null,
    stateAfter: row.stateAfter ?? null,
  };
}
