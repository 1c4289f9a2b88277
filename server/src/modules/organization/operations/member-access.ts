import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { presentSignIns, signInsQuery } from '../../../kernel/auth/list-sign-ins.ts';
import { insertPasswordReset } from '../../../kernel/auth/password-reset.ts';
import { removeFactor, secondFactorQuery } from '../../../kernel/auth/second-factor.ts';
import { endSessions } from '../../../kernel/auth/sessions.ts';
import { logAccountAct } from '../../../kernel/auth/sign-in-log.ts';
import { traceOf } from '../../../kernel/auth/trace.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handlePrepared, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { membersTable } from '../tables.ts';

const trace = async ({ request }: { readonly request: Parameters<typeof traceOf>[0] }) => traceOf(request);

async function lockMember(tx: Tx, id: string): Promise<RowOf<'members'>> {
  const member = await tx.lock(membersTable, { id });
  if (!member) throw problem('not_found');
  return member;
}

const openSessions = (orgId: string, memberId: string, now: Date) => sql<{ sessions: number }>`
  select (select count(*)::int from auth."session" s where s."userId" = m.user_id and s."expiresAt" > ${now}) as sessions
  from seen.members m where m.org_id = ${orgId}::uuid and m.id = ${memberId}::uuid`;

const lastSignIn = (orgId: string, memberId: string) => sql<{ at: Date }>`
  select at from auth.sign_in_log where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and event in ('signed_in', 'joined')
  order by id desc limit 1`;

/** How a member signs in. */
export const getMemberAccess = handleRead(protocol.getMemberAccess, async ({ actor, read, input, time }) => {
  const [[open], [last], [factor]] = await read.all([
    openSessions(actor.orgId, input.id, time.now()),
    lastSignIn(actor.orgId, input.id),
    secondFactorQuery(actor.orgId, input.id),
  ]);
  if (!open) throw problem('not_found');
  return {
    sessions: open.sessions,
    lastSignInAt: last?.at.toISOString() ?? null,
    secondFactorSince: factor?.since.toISOString() ?? null,
  };
});

/** Makes a link by which a member sets a new password; it is handed over as a link or a QR code, without any mail. */
export const makeResetLink = handlePrepared(
  protocol.makeResetLink,
  trace,
  async ({ tx, input, prepared, services }) => {
    const member = await lockMember(tx, input.id);
    // Who was invited joins by the invitation, which also says who they are.
    if (!member.active || member.invitedAt) throw problem('member_inactive');
    const { token, expiresAt } = await insertPasswordReset(tx, member.id);
    await logAccountAct(tx, member.id, 'reset_link_made', prepared);
    return { link: `${services.config.publicUrl}/reset-password#${token}`, expiresAt: expiresAt.toISOString() };
  },
);

/** Ends every session of a member: a lost phone, a shared desk. */
export const endMemberSessions = handlePrepared(
  protocol.endMemberSessions,
  trace,
  async ({ actor, tx, input, prepared }) => {
    const member = await lockMember(tx, input.id);
    const ended = await endSessions(tx, member.userId, actor.proof);
    await logAccountAct(tx, member.id, 'sessions_ended', prepared);
    return { ended };
  },
);

/** Takes the second step of a member away; who signs in next does so with the password alone. */
export const resetMemberFactor = handlePrepared(
  protocol.resetMemberFactor,
  trace,
  async ({ actor, tx, input, prepared, services }) => {
    const member = await lockMember(tx, input.id);
    if (!(await removeFactor(tx, member.id))) throw problem('second_factor_off');
    await endSessions(tx, member.userId, actor.proof);
    await services.registry.people.rightsMoved(tx, [member.id]);
    await logAccountAct(tx, member.id, 'second_factor_reset', prepared);
    return undefined;
  },
);

const namesQuery = (orgId: string, ids: readonly string[]) => sql<{ id: string; name: string }>`
  select id, name from seen.members where org_id = ${orgId}::uuid and id = any(${ids}::uuid[])`;

/** The sign-in log: whole addresses, because this is where attacks are looked for. */
export const listSignIns = handleRead(protocol.listSignIns, async ({ actor, read, input }) => {
  const page = presentSignIns(await read.many(signInsQuery(actor.orgId, input)), true);
  const ids = page.items.flatMap(({ memberId, actorId }) => (actorId ? [memberId, actorId] : [memberId]));
  const names = await read.many(namesQuery(actor.orgId, [...new Set(ids)]));
  const nameOf = (id: string | null) => names.find((member) => member.id === id)?.name ?? null;
  return {
    ...page,
    items: page.items.map((item) => ({
      ...item,
      memberName: nameOf(item.memberId) ?? '',
      actorName: nameOf(item.actorId),
    })),
  };
});
