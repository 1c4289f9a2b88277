import { sql } from 'kysely';
import { mailsTable } from '../db/kernel-tables.ts';
import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { BATCH, claimMails, type MailRow, markMessages } from './claim-mails.ts';
import { type MailKind, type MailLocale, mailDoors, renderMail } from './index.ts';
import type { MailResult } from './mailer.ts';
import { nextTry } from './rules/next-try.ts';

const AT_ONCE = 5;

const originOf = (orgId: string, services: Services) => ({
  orgId,
  actorId: null,
  operation: 'mail.send',
  requestId: services.time.newId(),
});

async function send(services: Services, mail: MailRow): Promise<MailResult> {
  try {
    const words = renderMail(mail.kind as MailKind, mail.locale as MailLocale, mail.params);
    const { hostname } = new URL(services.config.publicUrl);
    // The same on every try, so that a mail sent twice is shown once.
    return await services.mailer.send({ to: mail.recipient, ...words, messageId: `<${mail.id}@${hostname}>` });
  } catch (error) {
    services.log.error({ err: error, mail: mail.id, kind: mail.kind }, 'mail could not be written');
    return { accepted: false, permanent: true, reason: error instanceof Error ? error.message : String(error) };
  }
}

function outcomeOf(mail: MailRow, result: MailResult, now: Date): Partial<MailRow> {
  if (result.accepted) return { state: 'sent', sentAt: now, nextTryAt: null, problem: null };
  if (result.reason === 'not_configured') return { state: 'not_configured', nextTryAt: null, problem: null };
  const next = result.permanent ? null : nextTry(mail.attempts, now);
  return { state: next ? 'waiting' : 'failed', nextTryAt: next, problem: result.reason };
}

/** A link that lets somebody in is kept no longer than its mail needs it. */
function unlinked({ kind, params }: MailRow): Partial<MailRow> {
  if (!mailDoors.has(kind)) return {};
  const { link: _, ...kept } = params;
  return { params: kept };
}

/** Notes what became of a mail, on it and on the messages it carried. */
async function note(services: Services, mail: MailRow, result: MailResult): Promise<void> {
  await services.database.write(originOf(mail.orgId, services), async (tx) => {
    const outcome = outcomeOf(mail, result, tx.time.now());
    await tx.update(mailsTable, mail, { ...outcome, ...(outcome.state === 'waiting' ? {} : unlinked(mail)) });
    if (outcome.state === undefined || outcome.state === 'waiting') return;
    const carried = await tx.many(sql<{ notificationId: string }>`
      select notification_id from seen.mails where org_id = ${tx.orgId}::uuid and digest_id = ${mail.id}::uuid`);
    const messages = carried.map(({ notificationId }) => notificationId);
    if (mail.notificationId) messages.push(mail.notificationId);
    await markMessages(tx, messages, outcome.state);
  });
}

/**
 * Sends the waiting mails of one organisation, outside any transaction; what is refused for good is shown, not tried
 * on. What nobody wants or may see any more is not sent, and what comes in quiet hours waits for their end.
 */
export const sweepMails: Sweep = {
  name: 'mail.send',
  due: 'sweep.mails_waiting',
  everySeconds: 5,
  async run({ orgId, services }) {
    const { registry, config, database } = services;
    const { mails, taken, gathered } = await database.write(originOf(orgId, services), (tx) =>
      claimMails(tx, registry, config.publicUrl),
    );
    const waiting = [...mails];
    const sender = async () => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift())
        await note(services, mail, await send(services, mail));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    return taken === BATCH || gathered;
  },
};
