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
  };
}
