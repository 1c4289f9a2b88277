import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** Everything the process takes from its environment; read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Address people use, for links in mail and the cookie's Secure flag; without a trailing slash. */
  readonly publicUrl: string;
  /** Owner login of an external PostgreSQL; absent: the embedded one under `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** smtp[s]://user:password@host:port; absent: mail is shown in the product as not sent. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Connections of the application role to PostgreSQL. */
  readonly poolSize: number;
  readonly logLevel: string;
  /** Requests one member or API key may send in a minute; a quarter of it a peer that is not signed in. */
  readonly requestsPerMinute: number;
  /** Addresses or networks of the proxies in front, whose word on the true peer is taken; none: the connection's own. */
  readonly trustedProxies: readonly string[];
}

/** A setting that cannot be used, with what to write instead. */
export class ConfigRefused extends Error {}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigRefused(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

/** 200 a second: a busy page sends five, a script of one's own some tens. */
const DEFAULT_REQUESTS_PER_MINUTE = 12_000;

function requestsFrom(text: string | undefined): number {
  const count = Number(text || DEFAULT_REQUESTS_PER_MINUTE);
  if (!Number.isInteger(count) || count < 60) {
    throw new ConfigRefused(`REQUESTS_PER_MINUTE must be a whole number from 60 up, not "${text}".`);
  }
  return count;
}

function proxiesFrom(text: string | undefined): string[] {
  const proxies = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const wrong = proxies.find((part) => {
    const [address = '', bits, ...more] = part.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    return family === 0 || more.length > 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most));
  });
  if (wrong !== undefined) {
    throw new ConfigRefused(
      `TRUSTED_PROXIES takes addresses or networks with commas between, such as 10.0.0.0/8; "${wrong}" is neither.`,
    );
  }
  return proxies;
}

/** Reads the settings of one process. Throws ConfigRefused with a sentence for the operator. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const host = env.HOST || '127.0.0.1';
  const port = portFrom(env.PORT);
  const publicUrl = (env.PUBLIC_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`).replace(/\/+$/, '');
  if (!URL.canParse(publicUrl))
    throw new ConfigRefused(`PUBLIC_URL must be a full address such as https://crm.example.com.`);
  return {
    host,
    port,
    publicUrl,
    databaseUrl: env.DATABASE_URL || undefined,
    dataDirectory: resolve(env.DEALTRAIL_DATA || join(root, 'data')),
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || 'Dealtrail <no-reply@localhost>',
    poolSize: Number(env.DATABASE_POOL || 10),
    logLevel: env.LOG_LEVEL || 'warn',
    requestsPerMinute: requestsFrom(env.REQUESTS_PER_MINUTE),
    trustedProxies: proxiesFrom(env.TRUSTED_PROXIES),
  };
}
