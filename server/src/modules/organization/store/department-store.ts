import type { Department } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { type Placed, placeBehind } from '../rules/department-place.ts';
import { departmentsTable, membersTable } from '../tables.ts';
import { raiseAccessEpoch } from './organization-store.ts';

/** Query for the open departments, parents first and brothers in their order, or for one of them. */
export function departmentQuery(orgId: string, id?: string) {
  return sql<Department>`
    with recursive tree as (
      select d.id, d.name, d.parent_id, d.supervisor_id, d.version, d.position, 0 as depth
      from seen.departments d where d.org_id = ${orgId}::uuid and d.parent_id is null and d.closed_at is null
      union all
      select d.id, d.name, d.parent_id, d.supervisor_id, d.version, d.position, t.depth + 1
      from seen.departments d join tree t on d.parent_id = t.id where d.org_id = ${orgId}::uuid and d.closed_at is null
    ), counted as (
      select m.department_id as id, count(*)::int as members from seen.members m
      where m.org_id = ${orgId}::uuid and m.active and m.department_id is not null group by m.department_id
    ), above as (
      select t.id, t.id as over, t.parent_id from tree t
      union all select a.id, t.id, t.parent_id from above a join tree t on t.id = a.parent_id
    ), summed as (
      select a.over as id, sum(c.members)::int as members from above a join counted c on c.id = a.id group by a.over
    )
    select t.id, t.name, t.parent_id, t.supervisor_id, s.name as supervisor_name, t.version,
      coalesce(c.members, 0) as member_count, coalesce(b.members, 0) as member_count_below
    from tree t left join seen.members s on s.org_id = ${orgId}::uuid and s.id = t.supervisor_id
    left join counted c on c.id = t.id left join summed b on b.id = t.id
    where ${id === undefined ? sql`true` : sql`t.id = ${id}::uuid`}
    order by t.depth, t.position, t.name, t.id`;
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

/** The open departments below the same one, in their order. */
export async function brothersOf(tx: Tx, parentId: string | null): Promise<RowOf<'departments'>[]> {
  return tx.many(sql<RowOf<'departments'>>`
    select * from seen.departments
    where org_id = ${tx.orgId}::uuid and parent_id is not distinct from ${parentId}::uuid and closed_at is null
    order by position, name, id`);
}

/** What a new department is made of. */
export type NewDepartment = Pick<RowOf<'departments'>, 'id' | 'name' | 'parentId' | 'supervisorId'>;

/** Inserts a department as the last of its brothers; rights are loaded anew with everybody's next request. */
export async function insertDepartment(tx: Tx, department: NewDepartment): Promise<void> {
  const brothers: Placed[] = await brothersOf(tx, department.parentId);
  const position = placeBehind(brothers, department.id, brothers.at(-1)?.id ?? null).get(department.id) ?? 0;
  await tx.insert(departmentsTable, [{ ...department, position, createdAt: tx.time.now(), version: 1 }]);
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

/** The place of a department behind a brother; numbers the others anew where there is no room. */
export async function makePlace(
  tx: Tx,
  department: RowOf<'departments'>,
  others: readonly RowOf<'departments'>[],
  after: string | null,
): Promise<number> {
  const places = placeBehind(others, department.id, after);
  for (const other of others) {
    const position = places.get(other.id);
    if (position !== undefined && position !== other.position) await tx.update(departmentsTable, other, { position });
  }
  return places.get(department.id) ?? department.position;
}

/** Makes everything below a department stand below another; returns how many departments and members moved. */
export async function moveContents(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ members: number; departments: number }> {
  const below = await brothersOf(tx, from);
  const there = await brothersOf(tx, to);
  let last = there.at(-1)?.position ?? 0;
  for (const department of below) {
    last += 1;
    await tx.update(departmentsTable, department, { parentId: to, position: last });
  }
  const members = await tx.many(sql<RowOf<'members'>>`
    select * from app.members where org_id = ${tx.orgId}::uuid and department_id = ${from}::uuid order by id for update`);
  for (const member of members) await tx.update(membersTable, member, { departmentId: to });
  return { members: members.filter(({ active }) => active).length, departments: below.length };
}

/** Makes a member the supervisor of a department that has none. */
export async function superviseIfNobody(tx: Tx, id: string, memberId: string): Promise<void> {
  const department = await tx.lock(departmentsTable, { id });
  if (department && department.supervisorId === null) await saveDepartment(tx, department, { supervisorId: memberId });
}

/** Whether members, departments below or records name a department. */
export async function departmentInUse(tx: Tx, id: string): Promise<boolean> {
  const { used } = await tx.one(sql<{ used: boolean }>`
    select exists (select 1 from seen.members where org_id = ${tx.orgId}::uuid and department_id = ${id}::uuid)
      or exists (select 1 from seen.departments where org_id = ${tx.orgId}::uuid
        and (merged_into = ${id}::uuid or (parent_id = ${id}::uuid and closed_at is null)))
      or exists (select 1 from seen.records where org_id = ${tx.orgId}::uuid and department_id = ${id}::uuid) as used`);
  return used;
}
