import { isIP } from 'node:net';
import { ConfigRefused } from '../config/config.ts';

/** How the mail server is reached; `tls` says whether the connection is encrypted and who is trusted. */
export type MailServer = {
  host: string;
  port: number;
  /** implicit: from the first byte (smtps) · required: by STARTTLS, or no mail · off: never. */
  tls: 'implicit' | 'required' | 'off';
  auth: { user: string; pass: string } | undefined;
};

/**
 * Reads `smtp[s]://user:password@host:port`. Without smtps the connection must turn to TLS before anything is said,
 * except on this machine; `?tls=off` allows a plain relay in a closed network, but never with a password. Throws
 * ConfigRefused, which does not repeat the password.
 */
export function readMailServer(address: string): MailServer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) {
    throw new ConfigRefused('SMTP_URL must look like smtps://user:password@mail.example.com:465.');
  }
  const auth = readLogin(url);
  const tls = readTls(url);
  if (auth && tls === 'off' && !isThisMachine(url.hostname)) {
    throw new ConfigRefused('SMTP_URL would send the password unencrypted: drop tls=off or the password.');
  }
  // Ports by RFC 8314: 465 for implicit TLS, 587 for submission; a relay without login listens on 25.
  const usual = tls === 'implicit' ? 465 : auth ? 587 : 25;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || usual), tls, auth };
}

function readLogin(url: URL): MailServer['auth'] {
  if (!url.username) return undefined;
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    throw new ConfigRefused('User or password in SMTP_URL: write % as %25, @ as %40, : as %3A, / as %2F.');
  }
}

function readTls(url: URL): MailServer['tls'] {
  const wish = url.searchParams.get('tls');
  if (wish !== null && wish !== 'off' && wish !== 'required') {
    throw new ConfigRefused('tls in SMTP_URL is "required" or "off".');
  }
  if (url.protocol === 'smtps:') return 'implicit';
  return wish ?? (isThisMachine(url.hostname) ? 'off' : 'required');
}

function isThisMachine(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
