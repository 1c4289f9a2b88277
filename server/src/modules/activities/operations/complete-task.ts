import * as protocol from '@dealtrail/protocol/activities';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import { stopClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import { NEXT_STEP_DONE } from '../clocks.ts';
import { presentTask } from '../present.ts';
import { finishTask } from '../store/task-store.ts';
import { taskQuery } from '../store/task-view.ts';
import { tasksTable } from '../tables.ts';

/** The task, locked after its record: its owner may finish it, and who may change the record; for others it is not there. */
async function lockTask(tx: Tx, actor: Actor, registry: Registry, id: string): Promise<RowOf<'tasks'>> {
  const known = await tx.maybe(sql<{ recordId: string | null; ownerId: string }>`
    select record_id, owner_id from seen.tasks where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`);
  if (!known) throw problem('not_found');
  if (known.ownerId !== actor.memberId) {
    if (known.recordId === null) throw problem('not_found');
    await lockVisibleHead(tx, actor, known.recordId, registry, 'update');
  }
  const task = await tx.lock(tasksTable, { id });
  if (!task) throw problem('not_found');
  return task;
}

function tellDone(tx: Tx, actor: Actor, registry: Registry, task: RowOf<'tasks'>): void {
  if (task.recordId === null) return;
  const said = (locale: 'zh' | 'en'): string =>
    task.titleKey === null ? (task.title ?? '') : (registry.messages[locale][task.titleKey] ?? task.titleKey);
  tx.publish({
    type: 'activities.task_done',
    recordId: task.recordId,
    data: { taskId: task.id, kind: task.kind, stageKey: task.stageKey, templateKey: task.templateKey },
    text: { key: 'activities.event.task_done', params: { by: actor.name, titleZh: said('zh'), titleEn: said('en') } },
  });
}

/** Marks a task as done; the promised next step is kept with it. Clocks that wait for a contact run on. */
export const completeTask = handle(protocol.completeTask, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const task = await lockTask(tx, actor, registry, input.id);
  if (task.cancelledAt) throw problem('gone');
  if (task.doneAt) throw problem('task_done_already');
  await finishTask(tx, task, input.result ?? null);
  if (task.kind === 'next_step' && task.recordId) {
    await stopClocks(tx, { recordId: task.recordId, event: NEXT_STEP_DONE, at: tx.time.now() });
  }
  tellDone(tx, actor, registry, task);
  return presentTask(await tx.one(taskQuery(actor, registry, input.id)));
});
