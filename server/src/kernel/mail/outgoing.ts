import { mailsTable } from '../db/kernel-tables.ts';
import type { Tx } from '../db/index.ts';

/** A mail to be sent after the commit; its words are made at sending. */
export interface OutgoingMail {
  readonly to: string;
  readonly kind: 'lead_assigned' | 'escalation' | 'invitation' | 'clock_warning';
  readonly locale: 'zh' | 'en';
  readonly params: Readonly<Record<string, string | number>>;
  readonly notificationId?: string;
}

/** Puts a mail into the outbox of this transaction. Without a mail server it is kept and shown as not sent. */
export async function queueMail(
  tx: Tx,
  mailer: { readonly configured: boolean },
  mail: OutgoingMail,
): Promise<'waiting' | 'not_configured'> {
  const state = mailer.configured ? 'waiting' : 'not_configured';
  await tx.insert(mailsTable, [
    {
      id: tx.time.newId(),
      notificationId: mail.notificationId ?? null,
      recipient: mail.to,
      kind: mail.kind,
      locale: mail.locale,
      params: { ...mail.params },
      state,
      attempts: 0,
      nextTryAt: mailer.configured ? tx.time.now() : null,
      problem: null,
      createdAt: tx.time.now(),
      sentAt: null,
    },
  ]);
  return state;
}
