import { setTimeout as wait } from 'node:timers/promises';
import * as protocol from '@dealtrail/protocol/auth';
import type { FastifyRequest } from 'fastify';
import type { Services } from '../../house/services.ts';
import { handleOpen } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { localeOf } from '../../http/refusals.ts';
import { queueMail } from '../../mail/outgoing.ts';
import { accountCalled, type KnownAccount, savePassword, userOf } from '../account-store.ts';
import { gates } from '../attempts.ts';
import { findPasswordReset, insertPasswordReset, revokePasswordResets, takePasswordReset } from '../password-reset.ts';
import { readIdentifier } from '../rules/identifier.ts';
import { guarded } from '../sign-in.ts';
import { endSessions } from '../sessions.ts';
import { logAccountAct } from '../sign-in-log.ts';
import { traceOf } from '../trace.ts';

/** An answer takes at least this long, so that its time does not tell whether there was an account to write for. */
const LEAST_MS = 250;

async function mailLink(account: KnownAccount, request: FastifyRequest, services: Services): Promise<void> {
  const { config, database, mailer } = services;
  const { orgId, memberId, email, name } = account;
  const origin = { orgId, actorId: null, operation: protocol.requestPasswordReset.id, requestId: request.id };
  await database.write(origin, async (tx) => {
    const { token, expiresAt } = await insertPasswordReset(tx, memberId);
    await logAccountAct(tx, memberId, 'reset_link_made', traceOf(request));
    const link = `${config.publicUrl}/reset-password#${token}`;
    const params = { name, link, expiresAt: expiresAt.toISOString() };
    await queueMail(tx, mailer, { to: email, kind: 'password_reset', locale: localeOf(request), params });
  });
}

/** Mails a reset link to the address of the account that is named; the answer is the same whether there is one. */
export const requestPasswordReset = handleOpen(protocol.requestPasswordReset, async ({ input, request, services }) => {
  const { accounts, database, mailer } = services;
  const identifier = readIdentifier(input.identifier);
  const name = identifier?.name ?? input.identifier.trim().toLowerCase();
  const asked = [gates.reset(name), gates.resetPeer(request.ip)];
  const enough = wait(LEAST_MS);
  await guarded(accounts.attempts, asked, async () => {
    // Every request counts, not only wrong ones: mails to a colleague are a nuisance too.
    accounts.attempts.failed(asked);
    const account = await accountCalled(database, identifier);
    // Without a mail server nobody could read the link: the answer says whom to ask instead.
    if (account?.passwordHash && mailer.configured) await mailLink(account, request, services);
  });
  await enough;
  return { mail: mailer.configured ? ('waiting' as const) : ('not_configured' as const) };
});

/** Tells whether a reset link is still good. */
export const openPasswordReset = handleOpen(protocol.openPasswordReset, async ({ input, services }) => {
  if (!(await findPasswordReset(services.database, input.token, services.time.now()))) throw problem('reset_invalid');
  return { open: true as const };
});

/**
 * Sets a new password by a reset link and ends every session. It signs nobody in: whoever reads the mail still needs
 * the second step.
 */
export const resetPassword = handleOpen(protocol.resetPassword, async ({ input, request, services }) => {
  const { accounts, database, time } = services;
  const found = await findPasswordReset(database, input.token, time.now());
  if (!found) throw problem('reset_invalid');
  const { orgId, memberId } = found;
  const owner = await ownerOf(services, orgId, memberId);
  const passwordHash = await accounts.hashPassword(input.password, owner);
  const origin = { orgId, actorId: memberId, operation: protocol.resetPassword.id, requestId: request.id };
  const { userId } = await database.write(origin, async (tx) => {
    await takePasswordReset(tx, input.token);
    const user = await userOf(tx, memberId);
    if (!user) throw problem('reset_invalid');
    await savePassword(tx, user.userId, passwordHash);
    await revokePasswordResets(tx, memberId);
    await endSessions(tx, user.userId);
    await logAccountAct(tx, memberId, 'password_reset', traceOf(request));
    return user;
  });
  // Who was held back by somebody else's guesses may come in with the new password at once.
  accounts.attempts.succeeded([gates.account(userId), gates.identifier(owner.email)]);
  return undefined;
});

async function ownerOf(services: Services, orgId: string, memberId: string): Promise<{ name: string; email: string }> {
  const { rows } = await services.database.writes.query(
    `select u."name", u."email" from auth.memberships m join auth."user" u on u."id" = m.user_id
     where m.org_id = $1 and m.member_id = $2`,
    [orgId, memberId],
  );
  const owner = rows[0] as { name: string; email: string } | undefined;
  if (!owner) throw problem('reset_invalid');
  return owner;
}
