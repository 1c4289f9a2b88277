import { mailsTable } from '../db/kernel-tables.ts';
import { type RowOf, rowsOf, type Tx } from '../db/index.ts';
import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { type MailKind, type MailLocale, renderMail } from './index.ts';
import type { MailResult } from './mailer.ts';
import { nextTry } from './rules/next-try.ts';

type MailRow = RowOf<'mails'>;

/** Mails one pass takes; with at most 30 seconds for each of ten, a pass ends well before its lease does. */
const BATCH = 50;
const AT_ONCE = 5;

// While it is being sent a mail is out of reach of other nodes; of a node that died it comes back after this time.
const LEASE_MS = 15 * 60_000;

const originOf = (orgId: string, services: Services) => ({
  orgId,
  actorId: null,
  operation: 'mail.send',
  requestId: services.time.newId(),
});

/** Takes mails on: counts the try and moves the next one ahead before anything is sent. */
async function claimMails(tx: Tx): Promise<MailRow[]> {
  const now = tx.time.now();
  const result = await tx.run({
    name: 'mails_claim',
    text: `update app.mails m set attempts = attempts + 1, next_try_at = $3 from (
        select id from app.mails where org_id = $1 and state = 'waiting' and next_try_at <= $2
        order by next_try_at limit $4 for update skip locked
      ) c where m.org_id = $1 and m.id = c.id returning m.*`,
    values: [tx.orgId, now, new Date(now.getTime() + LEASE_MS), BATCH],
  });
  return rowsOf<MailRow>(result);
}

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

const doors = new Set<string>(['invitation', 'password_reset']);

/** A link that lets somebody in is kept no longer than its mail needs it. */
function unlinked({ kind, params }: MailRow): Partial<MailRow> {
  if (!doors.has(kind)) return {};
  const { link: _, ...kept } = params;
  return { params: kept };
}

/** Notes what became of a mail, on it and on the notification it belongs to. */
async function note(services: Services, mail: MailRow, result: MailResult): Promise<void> {
  await services.database.write(originOf(mail.orgId, services), async (tx) => {
    const outcome = outcomeOf(mail, result, tx.time.now());
    await tx.update(mailsTable, mail, { ...outcome, ...(outcome.state === 'waiting' ? {} : unlinked(mail)) });
    if (!mail.notificationId || outcome.state === 'waiting') return;
    await tx.run({
      text: 'update app.notifications set mail = $3 where org_id = $1 and id = $2',
      values: [tx.orgId, mail.notificationId, outcome.state],
    });
  });
}

/** Sends the waiting mails of one organisation, outside any transaction; what is refused for good is shown, not tried on. */
export const sweepMails: Sweep = {
  name: 'mail.send',
  due: 'sweep.mails_waiting',
  everySeconds: 5,
  async run({ orgId, services }) {
    const mails = await services.database.write(originOf(orgId, services), claimMails);
    const waiting = [...mails];
    const sender = async () => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift())
        await note(services, mail, await send(services, mail));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    return mails.length === BATCH;
  },
};
