import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { endSessions } from '../../../kernel/auth/accounts.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { memberRolesTable, membersTable } from '../tables.ts';

const MOST_MEMBERS = 2_000;

const memberQuery = (orgId: string, id?: string) => sql<protocol.Member>`
  select m.id, m.name, m.email, m.department_id, d.name as department_name, m.active, m.lead_capacity, m.absent_from, m.absent_until, m.version,
    array(select mr.role_key from seen.member_roles mr where mr.org_id = m.org_id and mr.member_id = m.id order by 1) as role_keys
  from seen.members m left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
  where m.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`m.id = ${id}::uuid`}
  order by m.active desc, m.created_at limit ${MOST_MEMBERS}`;

/** All members with roles, department, capacity and absence. */
export const listMembers = handleRead(protocol.listMembers, async ({ actor, read }) => ({
  items: await read.many(memberQuery(actor.orgId)),
}));

/** Names of active members, for pickers. */
export const listColleagues = handleRead(protocol.listColleagues, async ({ actor, read }) => ({
  items: await read.many(sql<{ id: string; name: string; departmentName: string | null }>`
    select m.id, m.name, d.name as department_name from seen.members m
    left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${actor.orgId}::uuid and m.active order by m.name limit ${MOST_MEMBERS}`),
}));

async function refuseLosingLastAdministrator(tx: Tx, memberId: string): Promise<void> {
  const [other] = await tx.many(sql<{ id: string }>`
    select m.id from seen.members m join seen.member_roles mr on mr.org_id = m.org_id and mr.member_id = m.id and mr.role_key = 'administrator'
    where m.org_id = ${tx.orgId}::uuid and m.active and m.id <> ${memberId}::uuid limit 1`);
  if (!other) throw problem('last_administrator');
}

async function replaceRoles(tx: Tx, memberId: string, roleKeys: readonly string[]): Promise<void> {
  const had = await tx.many(sql<{ memberId: string; roleKey: string }>`
    select member_id, role_key from seen.member_roles where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid`);
  for (const row of had) if (!roleKeys.includes(row.roleKey)) await tx.remove(memberRolesTable, row);
  const added = roleKeys.filter((roleKey) => !had.some((row) => row.roleKey === roleKey));
  await tx.insert(memberRolesTable, added.map((roleKey) => ({ memberId, roleKey })));
}

/** Changes a member; rights act on their next request, and who is made inactive is signed out. */
export const updateMember = handle(protocol.updateMember, async ({ actor, tx, input }) => {
  const member = await tx.lock(membersTable, { id: input.id });
  if (!member) throw problem('not_found');
  if (member.version !== input.version) throw problem('stale_version', { current: await tx.one(memberQuery(actor.orgId, input.id)) });
  const { absentFrom = member.absentFrom, absentUntil = member.absentUntil } = input;
  if (absentFrom && absentUntil && absentUntil < absentFrom) throw problem('absence_reversed');
  const losesAdministration = input.active === false || (input.roleKeys && !input.roleKeys.includes('administrator'));
  if (losesAdministration) await refuseLosingLastAdministrator(tx, input.id);
  if (input.roleKeys) await replaceRoles(tx, input.id, [...new Set(input.roleKeys)]);
  await tx.update(membersTable, member, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.departmentId === undefined ? {} : { departmentId: input.departmentId }),
    ...(input.leadCapacity === undefined ? {} : { leadCapacity: input.leadCapacity }),
    ...(input.active === undefined ? {} : { active: input.active }),
    absentFrom,
    absentUntil,
    epoch: member.epoch + 1,
  });
  if (input.active === false) await endSessions(tx, member.userId);
  return tx.one(memberQuery(actor.orgId, input.id));
});

/** Roles with the permissions and scopes they grant. */
export const listRoles = handleRead(protocol.listRoles, async ({ actor, read }) => ({
  items: await read.many(sql<{ key: string; name: string; grants: Record<string, string> }>`
    select key, name, grants from seen.roles where org_id = ${actor.orgId}::uuid order by key`),
}));
