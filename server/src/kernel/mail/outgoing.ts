import { mailsTable } from '../db/kernel-tables.ts';
import type { Tx } from '../db/index.ts';
import type { MailKind, MailLocale, MailParams } from './index.ts';

/** A mail to be sent after the commit; its words are made at sending. */
export interface OutgoingMail {
  readonly to: string;
  readonly kind: MailKind;
  readonly locale: MailLocale;
  readonly params: MailParams;
  readonly notificationId?: string;
}

/** Puts mails into the outbox of this transaction. Without a mail server they are kept and shown as not sent. */
export async function queueMails(
  tx: Tx,
  mailer: { readonly configured: boolean },
  mails: readonly OutgoingMail[],
): Promise<'waiting' | 'not_configured'> {
  const state = mailer.configured ? 'waiting' : 'not_configured';
  const now = tx.time.now();
  await tx.insert(
    mailsTable,
    mails.map((mail) => ({
      id: tx.time.newId(),
      notificationId: mail.notificationId ?? null,
      recipient: mail.to,
      kind: mail.kind,
      locale: mail.locale,
      params: { ...mail.params },
      state,
      attempts: 0,
      nextTryAt: mailer.configured ? now : null,
      problem: null,
      createdAt: now,
      sentAt: null,
    })),
  );
  return state;
}

/** Puts one mail into the outbox; the same as `queueMails` for one. */
export async function queueMail(
  tx: Tx,
  mailer: { readonly configured: boolean },
  mail: OutgoingMail,
): Promise<'waiting' | 'not_configured'> {
  return queueMails(tx, mailer, [mail]);
}
