import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/access/index.ts';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { leavesWhere, standsForQuery } from '../../store/leave-store.ts';

/** SQL condition: the member `m` is one of those the actor answers for, the actor left out. */
export function answersFor(actor: Actor) {
  const others = sql`m.id <> ${actor.memberId}::uuid`;
  if (actor.permissions.has('organization.manage')) return others;
  return actor.supervises
    ? sql`${others} and m.department_id = any(${[...actor.treeDepartmentIds]}::uuid[])`
    : sql`false`;
}

/** The own leave, for supervisors that of their people, and whose work falls to oneself. */
export const listLeaves = handleRead(protocol.listLeaves, async ({ actor, read, time }) => {
  const today = time.today(actor.organization.zone);
  const [[mine], team, standsFor] = await read.all([
    leavesWhere(actor.orgId, sql`m.id = ${actor.memberId}::uuid`, today),
    leavesWhere(actor.orgId, answersFor(actor), today),
    standsForQuery(actor.orgId, actor.memberId, today),
  ]);
  if (!mine) throw problem('not_found');
  return { mine, team, standsFor };
});
