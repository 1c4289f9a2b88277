import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { hasOtherAdministrator, MOST_MEMBERS, memberQuery, replaceRoles, saveMember } from '../store/member-store.ts';
import { membersTable } from '../tables.ts';

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

/** Changes a member; rights act on their next request, and who is made inactive is signed out. */
export const updateMember = handle(protocol.updateMember, async ({ actor, tx, input }) => {
  const member = await tx.lock(membersTable, { id: input.id });
  if (!member) throw problem('not_found');
  if (member.version !== input.version) {
    throw problem('stale_version', { current: await tx.one(memberQuery(actor.orgId, input.id)) });
  }
  const { absentFrom = member.absentFrom, absentUntil = member.absentUntil } = input;
  if (absentFrom && absentUntil && absentUntil < absentFrom) throw problem('absence_reversed');
  const leaves = input.active === false || (input.roleKeys && !input.roleKeys.includes('administrator'));
  if (leaves && !(await hasOtherAdministrator(tx, input.id))) throw problem('last_administrator');
  if (input.roleKeys) await replaceRoles(tx, input.id, [...new Set(input.roleKeys)]);
  await saveMember(tx, member, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.departmentId === undefined ? {} : { departmentId: input.departmentId }),
    ...(input.leadCapacity === undefined ? {} : { leadCapacity: input.leadCapacity }),
    ...(input.active === undefined ? {} : { active: input.active }),
    absentFrom,
    absentUntil,
  });
  return tx.one(memberQuery(actor.orgId, input.id));
});

/** Roles with the permissions and scopes they grant. */
export const listRoles = handleRead(protocol.listRoles, async ({ actor, read }) => ({
  items: await read.many(sql<{ key: string; name: string; grants: Record<string, string> }>`
    select key, name, grants from seen.roles where org_id = ${actor.orgId}::uuid order by key`),
}));
