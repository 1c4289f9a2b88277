import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';

/** SQL condition for the views a member may open: own ones, and those shared with them. */
const opened = (actor: Actor) => sql<boolean>`(v.owner_id = ${actor.memberId}::uuid or v.sharing = 'everyone'
  or (v.sharing = 'departments' and v.department_ids && ${[...reached(actor)]}::uuid[]))`;

/** Departments whose views a member sees: their own, and those they look after. */
function reached({ departmentId, treeDepartmentIds }: Actor): Set<string> {
  return new Set([...(departmentId === null ? [] : [departmentId]), ...treeDepartmentIds]);
}

/** Query for the views of a list the member may open, oldest first. */
export function viewsQuery(actor: Actor, list: string) {
  return sql<RowOf<'views'>>`
    select v.* from seen.views v where v.org_id = ${actor.orgId}::uuid and v.list = ${list} and ${opened(actor)}
    order by v.created_at, v.id limit 500`;
}

/** Query for one view the member may open. */
export function viewQuery(actor: Actor, id: string) {
  return sql<RowOf<'views'>>`
    select v.* from seen.views v where v.org_id = ${actor.orgId}::uuid and v.id = ${id}::uuid and ${opened(actor)}`;
}

/** Query for how the member has put the views of a list in order. */
export function arrangementQuery(actor: Actor, list: string) {
  return sql<RowOf<'view_arrangements'>>`
    select * from seen.view_arrangements where org_id = ${actor.orgId}::uuid and member_id = ${actor.memberId}::uuid and list = ${list}`;
}

/** Query for how many views of a list the member keeps. */
export function ownCountQuery(actor: Actor, list: string) {
  return sql<{ count: number }>`
    select count(*)::int as count from seen.views where org_id = ${actor.orgId}::uuid and list = ${list} and owner_id = ${actor.memberId}::uuid`;
}
