import { type RawBuilder, sql } from 'kysely';
import { type Actor, scopeOf } from './actor.ts';

/**
 * SQL condition for the rows a permission reaches: own, team, department tree, shared with the actor, or all. The
 * alias must have owner_id, department_id, and the record's id as `id`; without the permission nothing is visible.
 */
export function visible(actor: Actor, permission: string, alias: string): RawBuilder<boolean> {
  const scope = scopeOf(actor, permission);
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  if (!scope) return sql<boolean>`false`;
  if (scope === 'all') return sql<boolean>`true`;
  const own = sql<boolean>`${column('owner_id')} = ${actor.memberId}::uuid`;
  // Who shares a record shows it; changing it still needs a right of one's own.
  const shared = permission.endsWith('.read')
    ? sql<boolean>` or ${column('id')} in (select record_id from seen.shares where org_id = ${actor.orgId}::uuid and member_id = ${actor.memberId}::uuid)`
    : sql<boolean>``;
  const departments = scope === 'tree' ? actor.treeDepartmentIds : scope === 'team' ? actor.teamDepartmentIds : [];
  if (departments.length === 0) return sql<boolean>`(${own}${shared})`;
  return sql<boolean>`(${own} or ${column('department_id')} = any(${departments}::uuid[])${shared})`;
}
