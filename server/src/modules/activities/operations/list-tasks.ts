import * as protocol from '@dealtrail/protocol/activities';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { visibleHeadQuery } from '../../../kernel/records/records.ts';
import { presentTask } from '../present.ts';
import { tasksOf } from '../store/task-view.ts';

/** Tasks of a record, open ones first. */
export const listTasks = handleRead(protocol.listTasks, async ({ actor, read, input, services }) => {
  const [[head], tasks] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    tasksOf(actor.orgId, input.id),
  ]);
  if (!head) throw problem('not_found');
  return { items: tasks.map(presentTask) };
});
