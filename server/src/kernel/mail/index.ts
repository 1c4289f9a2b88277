export { mailDoors, type MailKind, type MailLocale } from './mail-words.ts';
export { createMailer, type Mailer } from './mailer.ts';
export { type MailParams, renderMail } from './render-mail.ts';
