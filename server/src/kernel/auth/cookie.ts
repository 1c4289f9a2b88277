import { createHmac, timingSafeEqual } from 'node:crypto';

const NAME = 'dealtrail.session_token';
/** Over TLS the prefix makes the browser refuse the cookie from any other host, path or plain connection. */
const SECURE_NAME = `__Host-${NAME}`;

/** Value of one cookie of a request's Cookie header. */
function valueOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return undefined;
}

function signatureOf(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

/**
 * Session token of a signed cookie `token.signature` (HMAC-SHA-256, base64); undefined when it is missing or was not
 * signed by us. No database is asked.
 */
export function sessionTokenOf(header: string | undefined, secret: string): string | undefined {
  if (!header) return undefined;
  let value: string | undefined;
  try {
    value = valueOf(header, SECURE_NAME) ?? valueOf(header, NAME);
  } catch {
    return undefined;
  }
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const wanted = signatureOf(token, secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}

function cookie(value: string, seconds: number, secure: boolean): string {
  const name = secure ? SECURE_NAME : NAME;
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The header that gives a browser its session. */
export function sessionCookie(token: string, secret: string, seconds: number, secure: boolean): string {
  return cookie(encodeURIComponent(`${token}.${signatureOf(token, secret).toString('base64')}`), seconds, secure);
}

/** The header that takes it away. */
export function endedCookie(secure: boolean): string {
  return cookie('', 0, secure);
}
