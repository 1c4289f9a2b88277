import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { handle } from '../../../kernel/http/handle.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { mobileOf, staffNumberOf } from '../../../kernel/auth/rules/identifier.ts';
import { memberQuery, replaceRoles, saveMember } from '../store/member-store.ts';
import { departmentsExist } from '../store/references.ts';
import { membersTable } from '../tables.ts';
import { refuseRoles, refuseWithoutSteward } from './grant-limits.ts';

/** The member locked for a change, at the version the caller saw. */
async function lockMember(tx: Tx, { id, version }: { id: string; version: number }): Promise<RowOf<'members'>> {
  const member = await tx.lock(membersTable, { id });
  if (!member) throw problem('not_found');
  if (member.version !== version) {
    throw problem('stale_version', { current: await tx.one(memberQuery(tx.orgId, id)) });
  }
  return member;
}

/** A name to sign in with as it is kept; null takes it away. */
function nameToSignIn(
  path: 'mobile' | 'staffNumber',
  text: string | null | undefined,
  read: (text: string) => string | undefined,
): Record<string, string | null> {
  if (text === undefined) return {};
  if (text === null) return { [path]: null };
  const kept = read(text);
  if (kept === undefined) throw fieldProblem(path, `${path}_unreadable`, text);
  return { [path]: kept };
}

/** Changes a member; rights act on their next request, and who is made inactive is signed out. */
export const updateMember = handle(protocol.updateMember, async ({ actor, tx, input }) => {
  const member = await lockMember(tx, input);
  const { absentFrom = member.absentFrom, absentUntil = member.absentUntil } = input;
  if (absentFrom && absentUntil && absentUntil < absentFrom) throw problem('absence_reversed');
  if (input.departmentId) await departmentsExist(tx, [input.departmentId], 'departmentId');
  await saveMember(tx, member, {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...nameToSignIn('mobile', input.mobile, mobileOf),
    ...nameToSignIn('staffNumber', input.staffNumber, staffNumberOf),
    ...(input.departmentId === undefined ? {} : { departmentId: input.departmentId }),
    ...(input.leadCapacity === undefined ? {} : { leadCapacity: input.leadCapacity }),
    ...(input.skills === undefined ? {} : { skills: [...new Set(input.skills)] }),
    ...(input.locale === undefined ? {} : { locale: input.locale }),
    ...(input.active === undefined ? {} : { active: input.active }),
    absentFrom,
    absentUntil,
    ...(absentFrom === null && absentUntil === null ? { deputyId: null } : {}),
  });
  if (input.active === false) await refuseWithoutSteward(tx);
  return tx.one(memberQuery(actor.orgId, input.id));
});

/** Gives a member exactly these roles; acts on their next request. */
export const assignRoles = handle(protocol.assignRoles, async ({ actor, tx, input }) => {
  const member = await lockMember(tx, input);
  const roleKeys = [...new Set(input.roleKeys)];
  const had = await tx.many(sql<{ roleKey: string }>`
    select role_key from seen.member_roles where org_id = ${tx.orgId}::uuid and member_id = ${member.id}::uuid`);
  await refuseRoles(tx, actor, roleKeys, {
    memberId: member.id,
    had: had.map(({ roleKey }) => roleKey),
  });
  await replaceRoles(tx, member.id, roleKeys);
  await saveMember(tx, member, {});
  await refuseWithoutSteward(tx);
  return tx.one(memberQuery(actor.orgId, member.id));
});
