import * as protocol from '@dealtrail/protocol/organization';
import { newSecret } from '../../../kernel/auth/secrets.ts';
import { presentSession } from '../../../kernel/auth/present-session.ts';
import { insertSession } from '../../../kernel/auth/sessions.ts';
import { logAccountAct } from '../../../kernel/auth/sign-in-log.ts';
import { traceOf } from '../../../kernel/auth/trace.ts';
import { handle, handleOpen, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { queueMail } from '../../../kernel/mail/outgoing.ts';
import { INVITATION_VALID_MS } from '../rules/invitation-term.ts';
import {
  endInvitation,
  findInvitation,
  insertInvitation,
  listInvitationRows,
  takeInvitation,
} from '../store/invitation-store.ts';
import { joinAs } from '../store/join-store.ts';
import { insertMember, localeOfOrganization } from '../store/organization-store.ts';
import { refuseRoles } from './grant-limits.ts';

/** Makes an invitation link and mails it when an address is given; without a mail server the link is handed over by hand. */
export const inviteMember = handle(protocol.inviteMember, async ({ actor, tx, input, services }) => {
  await refuseRoles(tx, actor, input.roleKeys, { memberId: null, had: [] });
  const token = newSecret('inv_');
  const id = tx.time.newId();
  const now = tx.time.now();
  await insertInvitation(tx, {
    id,
    token,
    name: input.name ?? null,
    email: input.email ?? null,
    departmentId: input.departmentId ?? null,
    roleKeys: input.roleKeys,
    expiresAt: new Date(now.getTime() + INVITATION_VALID_MS),
  });
  const link = `${services.config.publicUrl}/join#${token}`;
  const mail = input.email
    ? await queueMail(tx, services.mailer, {
        to: input.email,
        kind: 'invitation',
        locale: await localeOfOrganization(tx),
        params: { organization: actor.organization.name, inviter: actor.name, link },
      })
    : ('none' as const);
  const [row] = await tx.many(listInvitationRows(actor.orgId, now, id));
  if (!row) throw problem('not_found');
  return { ...row, link, mail };
});

/** The newest 200 invitations. */
export const listInvitations = handleRead(protocol.listInvitations, async ({ actor, read, time }) => ({
  items: await read.many(listInvitationRows(actor.orgId, time.now())),
}));

/** Makes an open invitation worthless. */
export const revokeInvitation = handle(protocol.revokeInvitation, async ({ tx, input }) => {
  if (!(await endInvitation(tx, input.id))) throw problem('not_found');
  return undefined;
});

/** Shows the invited person what they join. */
export const openInvitation = handleOpen(protocol.openInvitation, async ({ input, services }) => {
  const found = await findInvitation(services.database, input.token, services.time.now());
  if (!found) throw problem('invitation_invalid');
  return { organizationName: found.organizationName, name: found.name, email: found.email };
});

/** Makes the invited account and member and signs them in; the invitation works once. */
export const acceptInvitation = handleOpen(protocol.acceptInvitation, async ({ input, request, reply, services }) => {
  const { accounts, database, time } = services;
  const found = await findInvitation(database, input.token, time.now());
  if (!found) throw problem('invitation_invalid');
  const passwordHash = await accounts.hashPassword(input.password, input);
  const origin = { orgId: found.orgId, actorId: null, operation: protocol.acceptInvitation.id, requestId: request.id };
  const trace = traceOf(request);
  const token = await database.write(origin, async (tx) => {
    const invitation = await takeInvitation(tx, input.token);
    const person = { name: input.name, email: input.email, passwordHash };
    const { departmentId, roleKeys } = invitation;
    const { memberId, userId } = invitation.memberId
      ? await joinAs(tx, invitation.memberId, person)
      : await insertMember(tx, { ...person, departmentId, roleKeys });
    await logAccountAct(tx, memberId, 'joined', trace);
    return insertSession(tx, userId, trace);
  });
  return presentSession(await accounts.admit(reply, token), time);
});
