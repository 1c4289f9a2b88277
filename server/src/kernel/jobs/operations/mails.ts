import * as protocol from '@dealtrail/protocol/jobs';
import { sql } from 'kysely';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { mailDoors } from '../../mail/index.ts';

const SHOWN = 100;
const MOST_AT_ONCE = 1_000;

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** The mails of an organisation and what became of them, the newest first. */
export const listMails = handleRead(protocol.listMails, async ({ actor, read, input }) => {
  const states = input.state ? [input.state] : ['waiting', 'failed', 'not_configured'];
  const mails = await read.many(sql<Omit<protocol.OutgoingMailView, 'canRetry'>>`
    select id, kind, recipient, state, held, attempts, problem, ${instant('created_at')} as created_at,
      ${instant('next_try_at')} as next_try_at, ${instant('sent_at')} as sent_at
    from seen.mails where org_id = ${actor.orgId}::uuid and state = any(${states}::text[])
    order by created_at desc, id desc limit ${SHOWN}`);
  return {
    items: mails.map((mail) => ({
      ...mail,
      canRetry: (mail.state === 'failed' || mail.state === 'not_configured') && !mailDoors.has(mail.kind),
    })),
  };
});

/** Lets mails that did not leave be sent again, from their first try on. */
export const retryMails = handle(protocol.retryMails, async ({ actor, tx, input, services }) => {
  if (!services.mailer.configured) throw problem('mail_not_configured');
  const again = await tx.many(sql<{ notificationId: string | null }>`
    update app.mails m set state = 'waiting', next_try_at = ${tx.time.now()}, attempts = 0, problem = null
    where m.org_id = ${actor.orgId}::uuid and m.id in (
      select id from seen.mails where org_id = ${actor.orgId}::uuid and state in ('failed', 'not_configured')
        and not kind = any(${[...mailDoors]}::text[])
        and (${input.ids ?? null}::uuid[] is null or id = any(${input.ids ?? null}::uuid[]))
      order by created_at desc limit ${MOST_AT_ONCE})
    returning m.notification_id`);
  const messages = again.flatMap(({ notificationId }) => notificationId ?? []);
  if (messages.length > 0) {
    await tx.run({
      text: `update app.notifications set mail = 'waiting' where org_id = $1 and id = any($2::uuid[])`,
      values: [actor.orgId, messages],
    });
  }
  tx.publish({ type: 'mail.retried', recordId: actor.memberId, data: { mails: again.length } });
  return { queued: again.length };
});
