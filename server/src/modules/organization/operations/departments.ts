import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { raiseAccessEpoch } from '../store/organization-store.ts';
import { departmentsTable } from '../tables.ts';

const departmentQuery = (orgId: string, id?: string) => sql<protocol.Department>`
  with recursive tree as (
    select d.id, d.name, d.parent_id, d.supervisor_id, d.version, 0 as depth from seen.departments d where d.org_id = ${orgId}::uuid and d.parent_id is null
    union all
    select d.id, d.name, d.parent_id, d.supervisor_id, d.version, t.depth + 1 from seen.departments d join tree t on d.parent_id = t.id where d.org_id = ${orgId}::uuid
  )
  select t.id, t.name, t.parent_id, t.supervisor_id, s.name as supervisor_name, t.version,
    (select count(*)::int from seen.members m where m.org_id = ${orgId}::uuid and m.department_id = t.id and m.active) as member_count
  from tree t left join seen.members s on s.org_id = ${orgId}::uuid and s.id = t.supervisor_id
  where ${id === undefined ? sql`true` : sql`t.id = ${id}::uuid`}
  order by t.depth, t.name`;

/** The department tree as a flat list, parents first. */
export const listDepartments = handleRead(protocol.listDepartments, async ({ actor, read }) => ({
  items: await read.many(departmentQuery(actor.orgId)),
}));

/** Adds a department. */
export const createDepartment = handle(protocol.createDepartment, async ({ actor, tx, input }) => {
  const id = input.id ?? tx.time.newId();
  await tx.insert(departmentsTable, [
    { id, name: input.name, parentId: input.parentId ?? null, supervisorId: input.supervisorId ?? null, createdAt: tx.time.now(), version: 1 },
  ]);
  await raiseAccessEpoch(tx);
  return tx.one(departmentQuery(actor.orgId, id));
});

/** Renames or moves a department or changes its supervisor. */
export const updateDepartment = handle(protocol.updateDepartment, async ({ actor, tx, input }) => {
  const department = await tx.lock(departmentsTable, { id: input.id });
  if (!department) throw problem('not_found');
  if (department.version !== input.version) throw problem('stale_version', { current: await tx.one(departmentQuery(actor.orgId, input.id)) });
  if (input.parentId) {
    const above = await tx.many(sql<{ id: string }>`
      with recursive up as (
        select id, parent_id from seen.departments where org_id = ${actor.orgId}::uuid and id = ${input.parentId}::uuid
        union select d.id, d.parent_id from seen.departments d join up on d.id = up.parent_id where d.org_id = ${actor.orgId}::uuid
      ) select id from up`);
    if (above.some(({ id }) => id === input.id)) throw problem('department_cycle');
  }
  await tx.update(departmentsTable, department, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.parentId === undefined ? {} : { parentId: input.parentId }),
    ...(input.supervisorId === undefined ? {} : { supervisorId: input.supervisorId }),
  });
  await raiseAccessEpoch(tx);
  return tx.one(departmentQuery(actor.orgId, input.id));
});
