/** The mails the kernel can word. */
export type MailKind =
  | 'lead_assigned'
  | 'escalation'
  | 'invitation'
  | 'password_reset'
  | 'clock_warning'
  | 'import_done'
  | 'import_failed'
  | 'export_done'
  | 'digest';
/** Mails with a link that lets somebody in: the link is not kept, so they cannot be sent again. */
export const mailDoors: ReadonlySet<string> = new Set<MailKind>(['invitation', 'password_reset']);

/** The languages they are worded in. */
export type MailLocale = 'zh' | 'en';

type MailTemplate = { subject: string; lines: string[]; facts: [label: string, value: string][]; action: string };

/** All sentences of one language. */
export type MailWords = Record<MailKind, MailTemplate> & { footer: string };
