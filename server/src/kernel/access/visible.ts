import { type RawBuilder, sql } from 'kysely';
import { needsOwner, reachOf, type Standing } from './rules/reach.ts';

/**
 * SQL condition for the rows a permission reaches: own, team, department tree, shared with the actor, or all. The
 * alias must have owner_id, department_id, and the record's id as `id`; without the permission nothing is visible.
 */
export function visible(standing: Standing, permission: string, alias: string): RawBuilder<boolean> {
  const reach = reachOf(standing, permission);
  if (reach === 'none') return sql<boolean>`false`;
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  const owned = sql<boolean>`${column('owner_id')} is not null`;
  if (reach === 'all') return needsOwner(permission) ? owned : sql<boolean>`true`;
  const { ownerIds, departmentIds, recordIds } = reach;
  const reached = [
    ownerIds.length === 1
      ? sql<boolean>`${column('owner_id')} = ${ownerIds[0]}::uuid`
      : sql<boolean>`${column('owner_id')} = any(${[...ownerIds]}::uuid[])`,
  ];
  if (departmentIds.length > 0)
    reached.push(sql<boolean>`${column('department_id')} = any(${[...departmentIds]}::uuid[])`);
  if (recordIds.length > 0) reached.push(sql<boolean>`${column('id')} = any(${[...recordIds]}::uuid[])`);
  const any = sql<boolean>`(${sql.join(reached, sql` or `)})`;
  return needsOwner(permission) ? sql<boolean>`(${any} and ${owned})` : any;
}
