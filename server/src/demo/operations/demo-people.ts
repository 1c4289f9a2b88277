import * as protocol from '@dealtrail/protocol/demo';
import { may } from '../../kernel/access/index.ts';
import { handleRead } from '../../kernel/http/handle.ts';
import { homeOf, madeUp, newestDemo } from '../store/demo-store.ts';
import { lateWork, stillThere } from '../store/people-query.ts';

/** Who of the demo may be looked through: made up and still there. Nobody outside the demo is ever among them. */
export const demoPeople = handleRead(protocol.demoPeople, async ({ actor, read, time, services }) => {
  const { database } = services;
  const own = await read.maybe(newestDemo(actor.orgId));
  const inside = (await homeOf(database, actor.orgId)) !== undefined;
  const standing = own?.state === 'standing' && may(actor, 'organization.manage') ? own.id : undefined;
  const orgId = inside ? actor.orgId : standing;
  if (orgId === undefined) return { items: [] };
  const people = await database.readRows(orgId, stillThere(orgId, await madeUp(database, orgId)));
  const late = new Map(
    (await database.readRows(orgId, lateWork(orgId, time.now()))).map((row) => [row.memberId, row.late]),
  );
  return {
    items: people.map(({ id, name, departmentName, roleKeys }) => ({
      id,
      name,
      departmentName,
      roleKeys,
      overdue: late.get(id) ?? 0,
      here: id === actor.memberId,
    })),
  };
});
