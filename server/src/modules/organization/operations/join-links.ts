import * as protocol from '@dealtrail/protocol/organization';
import { presentSession } from '../../../kernel/auth/present-session.ts';
import { mobileOf } from '../../../kernel/auth/rules/identifier.ts';
import { hashOf, newSecretOf } from '../../../kernel/auth/secrets.ts';
import { insertSession } from '../../../kernel/auth/sessions.ts';
import { logAccountAct } from '../../../kernel/auth/sign-in-log.ts';
import { traceOf } from '../../../kernel/auth/trace.ts';
import { handle, handleOpen, handleRead } from '../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import {
  findJoinLink,
  insertJoinLink,
  JOIN_PREFIX,
  joinLinkRows,
  lockJoinLink,
  saveJoinLink,
  takePlace,
  waitingMembers,
} from '../store/join-link-store.ts';
import { saveMember } from '../store/member-store.ts';
import { insertMember } from '../store/organization-store.ts';
import { membersTable } from '../tables.ts';
import { refuseRoles } from './grant-limits.ts';

const DAY_MS = 86_400_000;

/** The links by which many people join. */
export const listJoinLinks = handleRead(protocol.listJoinLinks, async ({ actor, read, time }) => ({
  items: await read.many(joinLinkRows(actor.orgId, time.now())),
}));

/** Makes a link by which a department joins; it grants no more than its maker holds. */
export const createJoinLink = handle(protocol.createJoinLink, async ({ actor, tx, input, services }) => {
  const roleKeys = [...new Set(input.roleKeys)];
  await refuseRoles(tx, actor, roleKeys, { memberId: null, had: [] });
  const token = newSecretOf(tx.orgId, JOIN_PREFIX);
  const id = tx.time.newId();
  const now = tx.time.now();
  await insertJoinLink(tx, {
    id,
    tokenHash: hashOf(token),
    departmentId: input.departmentId ?? null,
    roleKeys,
    needsApproval: input.needsApproval,
    mostUses: input.mostUses,
    uses: 0,
    madeBy: actor.memberId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + input.days * DAY_MS),
    revokedAt: null,
    version: 1,
  });
  const row = await tx.one(joinLinkRows(actor.orgId, now, id));
  return { ...row, link: `${services.config.publicUrl}/join#${token}` };
});

/** Makes a join link worthless. */
export const revokeJoinLink = handle(protocol.revokeJoinLink, async ({ tx, input }) => {
  const link = await lockJoinLink(tx, input.id);
  if (!link) throw problem('not_found');
  if (!link.revokedAt) await saveJoinLink(tx, link, { revokedAt: tx.time.now() });
  return undefined;
});

/** Shows what one joins. */
export const openJoinLink = handleOpen(protocol.openJoinLink, async ({ input, services }) => {
  const found = await findJoinLink(services.database, input.token, services.time.now());
  if (!found) throw problem('invitation_invalid');
  return found;
});

function mobileFrom(text: string | undefined): string | null {
  if (!text) return null;
  const mobile = mobileOf(text);
  if (mobile === undefined) throw fieldProblem('mobile', 'mobile_unreadable', text);
  return mobile;
}

/** Makes the member and signs them in, or lets them wait where somebody has to let them in. */
export const joinByLink = handleOpen(protocol.joinByLink, async ({ input, request, reply, services }) => {
  const { accounts, database, time } = services;
  const found = await findJoinLink(database, input.token, time.now());
  if (!found) throw problem('invitation_invalid');
  const mobile = mobileFrom(input.mobile);
  const passwordHash = await accounts.hashPassword(input.password, input);
  const origin = { orgId: found.orgId, actorId: null, operation: protocol.joinByLink.id, requestId: request.id };
  const trace = traceOf(request);
  const token = await database.write(origin, async (tx) => {
    const { departmentId, roleKeys, needsApproval } = await takePlace(tx, input.token);
    const person = { name: input.name, email: input.email, mobile, passwordHash };
    const { memberId, userId } = await insertMember(tx, { ...person, departmentId, roleKeys, waits: needsApproval });
    await logAccountAct(tx, memberId, 'joined', trace);
    return needsApproval ? undefined : insertSession(tx, userId, trace);
  });
  return { session: token === undefined ? null : presentSession(await accounts.admit(reply, token), time) };
});

/** Who waits to be let in. */
export const listWaitingMembers = handleRead(protocol.listWaitingMembers, async ({ actor, read }) => ({
  items: await read.many(waitingMembers(actor.orgId)),
}));

/** Lets somebody in who waits, or turns them away. */
export const admitMember = handle(protocol.admitMember, async ({ tx, input }) => {
  const member = await tx.lock(membersTable, { id: input.id });
  if (!member) throw problem('not_found');
  if (!member.waitingSince) throw problem('member_not_waiting');
  await saveMember(tx, member, { waitingSince: null, active: input.admitted });
  return undefined;
});
