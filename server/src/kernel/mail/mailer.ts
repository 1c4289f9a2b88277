import { createTransport } from 'nodemailer';
import { ConfigRefused } from '../config/config.ts';
import { judgeFailure, type MailFailure } from './judge-failure.ts';
import { type MailServer, readMailServer } from './mail-server.ts';

/** One mail to one person. The same `messageId` on a second try lets the recipient's side drop the double. */
export type Mail = { to: string; subject: string; text: string; html?: string; messageId: string };

export type MailResult = { accepted: true } | MailFailure;

/** The way out for mail. Not configured, it accepts nothing and throws nothing: the product shows the mail instead. */
export type Mailer = { readonly configured: boolean; send(mail: Mail): Promise<MailResult> };

/** Longest wait for a connection, a greeting or an answer; and for a whole mail, however slowly the server drips. */
const usualPatience = { stepMs: 10_000, wholeMs: 30_000 };
const longestSubject = 200;

/**
 * Makes the mailer of this process from `SMTP_URL` and `MAIL_FROM`; without a url it stays unconfigured. Throws
 * ConfigRefused for settings that cannot work.
 */
export function createMailer(config: { url?: string; from: string; patience?: typeof usualPatience }): Mailer {
  const from = readSender(config.from);
  if (!config.url) {
    const failure: MailFailure = { accepted: false, permanent: false, reason: 'not_configured' };
    return { configured: false, send: () => Promise.resolve(failure) };
  }
  const { stepMs, wholeMs } = config.patience ?? usualPatience;
  const transport = createTransport(transportOptions(readMailServer(config.url), stepMs));
  return {
    configured: true,
    async send(mail) {
      if (!isAddress(mail.to)) return { accepted: false, permanent: true, reason: 'bad_address' };
      try {
        await transport.sendMail({ ...content(mail, from), signal: AbortSignal.timeout(wholeMs) });
        return { accepted: true };
      } catch (error) {
        return judgeFailure(error);
      }
    },
  };
}

function transportOptions({ host, port, tls, auth }: MailServer, stepMs: number) {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'off',
    tls: { minVersion: 'TLSv1.2' as const },
    ...(auth && { auth }),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
    // A server that never hangs up would keep the socket for good.
    socketCloseTimeout: stepMs,
  };
}

type Sender = { name: string; address: string };

function content(mail: Mail, from: Sender) {
  return {
    from,
    // An address object is not parsed again, so the recipient shown is the only one.
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject).slice(0, longestSubject),
    text: mail.text,
    ...(mail.html !== undefined && { html: mail.html }),
    messageId: messageIdOf(mail.messageId, from),
    // RFC 3834: nobody's out-of-office answers a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

// A bare id is completed with the sender's domain, as RFC 5322 wants.
function messageIdOf(id: string, from: Sender): string {
  const bare = id.replace(/^<|>$/g, '');
  const whole = bare.includes('@') ? bare : `${bare}@${from.address.split('@')[1] ?? 'localhost'}`;
  if (!/^[\w.+-]+@[\w.-]+$/.test(whole)) throw new Error('a Message-ID may hold letters, digits and . _ + - only');
  return `<${whole}>`;
}

function readSender(from: string): Sender {
  const [, name = '', bracketed] = from.match(/^\s*"?([^"<>\r\n]*?)"?\s*<([^<>]+)>\s*$/) ?? [];
  const address = (bracketed ?? from).trim();
  if (!isAddress(address)) {
    throw new ConfigRefused('MAIL_FROM must look like Dealtrail <no-reply@example.com>.');
  }
  return { name, address };
}

// One address, nothing that a header could take for a second one or for another header.
function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
