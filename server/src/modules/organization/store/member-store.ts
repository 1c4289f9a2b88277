import type { Member } from '@dealtrail/protocol/organization';
import { type RawBuilder, sql } from 'kysely';
import { endSessions } from '../../../kernel/auth/sessions.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { pinyinOf } from '../rules/pinyin-of.ts';
import { memberRolesTable, membersTable } from '../tables.ts';

/** Most names a picker lists. */
export const MOST_MEMBERS = 2_000;

/** A member with the key by which members stand in order. */
export type MemberRow = Member & { readonly pinyin: string };

/** The members of this condition on `m`, in the order of their names. */
export function membersWhere(orgId: string, condition: RawBuilder<unknown>, limit: number) {
  return sql<MemberRow>`
    select m.id, m.name, m.email, m.mobile, m.staff_number, m.department_id, d.name as department_name, m.active,
      m.invited_at is null as joined, m.lead_capacity, m.skills, m.absent_from, m.absent_until, m.locale, m.version, m.pinyin, array(
        select mr.role_key from seen.member_roles mr where mr.org_id = ${orgId}::uuid and mr.member_id = m.id order by 1
      ) as role_keys
    from seen.members m left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${orgId}::uuid and ${condition} order by m.pinyin, m.id limit ${limit}`;
}

/** Query for the skills active members have, with how many have each. */
export function skillsQuery(orgId: string) {
  return sql<{ name: string; members: number }>`
    select s.name, count(*)::int as members from seen.members m cross join lateral unnest(m.skills) as s(name)
    where m.org_id = ${orgId}::uuid and m.active group by s.name order by s.name`;
}

/** Query for one member. */
export function memberQuery(orgId: string, id: string) {
  return membersWhere(orgId, sql`m.id = ${id}::uuid`, 1);
}

/** Query for what a member still owns, by kind of record. */
export function ownedQuery(orgId: string, memberId: string) {
  return sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from seen.records
    where org_id = ${orgId}::uuid and owner_id = ${memberId}::uuid and deleted_at is null and merged_into is null
    group by kind order by kind`;
}

/** Query for the open departments a member supervises. */
export function supervisedQuery(orgId: string, memberId: string) {
  return sql<{ id: string; name: string }>`
    select id, name from seen.departments
    where org_id = ${orgId}::uuid and supervisor_id = ${memberId}::uuid and closed_at is null order by name`;
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
  await tx.update(membersTable, member, {
    ...patch,
    ...(patch.name === undefined ? {} : { pinyin: pinyinOf(patch.name) }),
    epoch: member.epoch + 1,
  });
  if (patch.active === false) await endSessions(tx, member.userId);
}
