export type { MailKind, MailLocale } from './mail-words.ts';
export { createMailer, type Mail, type Mailer, type MailResult } from './mailer.ts';
export { type MailParams, renderMail } from './render-mail.ts';
