import type { Department } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { departmentsTable } from '../tables.ts';
import { raiseAccessEpoch } from './organization-store.ts';

/** Query for the department tree, parents first, or for one department. */
export function departmentQuery(orgId: string, id?: string) {
  return sql<Department>`
    with recursive tree as (
      select d.id, d.name, d.parent_id, d.supervisor_id, d.version, 0 as depth
      from seen.departments d where d.org_id = ${orgId}::uuid and d.parent_id is null
      union all
      select d.id, d.name, d.parent_id, d.supervisor_id, d.version, t.depth + 1
      from seen.departments d join tree t on d.parent_id = t.id where d.org_id = ${orgId}::uuid
    )
    select t.id, t.name, t.parent_id, t.supervisor_id, s.name as supervisor_name, t.version,
      (select count(*)::int from seen.members m where m.org_id = ${orgId}::uuid and m.department_id = t.id and m.active) as member_count
    from tree t left join seen.members s on s.org_id = ${orgId}::uuid and s.id = t.supervisor_id
    where ${id === undefined ? sql`true` : sql`t.id = ${id}::uuid`}
    order by t.depth, t.name`;
}

/** A department and all above it. */
export async function departmentsAbove(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.many(sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from seen.departments where org_id = ${tx.orgId}::uuid and id = ${id}::uuid
      union select d.id, d.parent_id from seen.departments d join up on d.id = up.parent_id where d.org_id = ${tx.orgId}::uuid
    ) select id from up`);
  return rows.map((row) => row.id);
}

/** Inserts a department; rights are loaded anew with everybody's next request. */
export async function insertDepartment(
  tx: Tx,
  department: Pick<RowOf<'departments'>, 'id' | 'name' | 'parentId' | 'supervisorId'>,
): Promise<void> {
  await tx.insert(departmentsTable, [{ ...department, createdAt: tx.time.now(), version: 1 }]);
  await raiseAccessEpoch(tx);
}

/** Saves a department that was locked. */
export async function saveDepartment(
  tx: Tx,
  department: RowOf<'departments'>,
  patch: Partial<NewRow<'departments'>>,
): Promise<void> {
  await tx.update(departmentsTable, department, patch);
  await raiseAccessEpoch(tx);
}
