import { type RawBuilder, sql } from 'kysely';

/** Departments by their ids, or the whole organisation. */
export type Departments = readonly string[] | 'all';

const within = (departments: Departments): RawBuilder<boolean> =>
  departments === 'all' ? sql`true` : sql`m.department_id = any(${[...departments]}::uuid[])`;

/** Query for the active members of departments by name; at most 500. */
export function teamQuery(orgId: string, departments: Departments) {
  return sql<{ id: string; name: string }>`
    select m.id, m.name from seen.members m where m.org_id = ${orgId}::uuid and m.active and ${within(departments)}
    order by m.name, m.id limit 500`;
}

/** SQL of the ids of the same members as uuid[]. */
export function teamIds(orgId: string, departments: Departments): RawBuilder<unknown> {
  return sql`array(select m.id from seen.members m where m.org_id = ${orgId}::uuid and m.active and ${within(departments)})`;
}
