import * as protocol from '@dealtrail/protocol/activities';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import { presentTask } from '../present.ts';
import { createTasks } from '../store/task-store.ts';
import { taskQuery } from '../store/task-view.ts';

async function refuseAbsentColleague(tx: Tx, memberId: string): Promise<void> {
  const colleague = await tx.maybe(
    sql<{
      id: string;
    }>`select id from seen.members where org_id = ${tx.orgId}::uuid and id = ${memberId}::uuid and active`,
  );
  if (!colleague) throw fieldProblem('ownerId', 'member_unknown', '找不到这位同事');
}

/** Makes a task for oneself or a colleague, on a record or free. */
export const createTask = handle(protocol.createTask, async ({ actor, tx, input, services }) => {
  if (input.recordId !== undefined) await lockVisibleHead(tx, actor, input.recordId, services.registry);
  const ownerId = input.ownerId ?? actor.memberId;
  if (ownerId !== actor.memberId) await refuseAbsentColleague(tx, ownerId);
  const [id = ''] = await createTasks(tx, [
    {
      ...(input.id === undefined ? {} : { id: input.id }),
      recordId: input.recordId ?? null,
      kind: 'own',
      title: input.title,
      ownerId,
      dueAt: input.dueAt === undefined ? null : new Date(input.dueAt),
    },
  ]);
  return presentTask(await tx.one(taskQuery(actor, services.registry, id)));
});
