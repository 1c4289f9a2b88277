import type { Member } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { endSessions } from '../../../kernel/auth/sessions.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { memberRolesTable, membersTable } from '../tables.ts';

/** Most members one answer lists. */
export const MOST_MEMBERS = 2_000;

/** Query for the members with their roles, active ones first, or for one of them. */
export function memberQuery(orgId: string, id?: string) {
  return sql<Member>`
    select m.id, m.name, m.email, m.department_id, d.name as department_name, m.active, m.lead_capacity, m.absent_from, m.absent_until,
      m.version, array(
        select mr.role_key from seen.member_roles mr where mr.org_id = m.org_id and mr.member_id = m.id order by 1
      ) as role_keys
    from seen.members m left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`m.id = ${id}::uuid`}
    order by m.active desc, m.created_at limit ${MOST_MEMBERS}`;
}

/** Whether another active administrator is there beside this member. */
export async function hasOtherAdministrator(tx: Tx, memberId: string): Promise<boolean> {
  const other = await tx.maybe(sql<{ id: string }>`
    select m.id from seen.members m
    join seen.member_roles mr on mr.org_id = m.org_id and mr.member_id = m.id and mr.role_key = 'administrator'
    where m.org_id = ${tx.orgId}::uuid and m.active and m.id <> ${memberId}::uuid limit 1`);
  return other !== undefined;
}

/** Gives a member exactly these roles. */
export async function replaceRoles(tx: Tx, memberId: string, roleKeys: readonly string[]): Promise<void> {
  const had = await tx.many(sql<{ memberId: string; roleKey: string }>`
    select member_id, role_key from seen.member_roles where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid`);
  for (const row of had) if (!roleKeys.includes(row.roleKey)) await tx.remove(memberRolesTable, row);
  const added = roleKeys.filter((roleKey) => !had.some((row) => row.roleKey === roleKey));
  await tx.insert(
    memberRolesTable,
    added.map((roleKey) => ({ memberId, roleKey })),
  );
}

/** Saves a member that was locked; their rights are loaded anew, and who is made inactive is signed out. */
export async function saveMember(tx: Tx, member: RowOf<'members'>, patch: Partial<NewRow<'members'>>): Promise<void> {
  await tx.update(membersTable, member, { ...patch, epoch: member.epoch + 1 });
  if (patch.active === false) await endSessions(tx, member.userId);
}
