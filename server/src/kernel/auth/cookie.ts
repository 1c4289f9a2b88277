import { createHmac, timingSafeEqual } from 'node:crypto';

/** Value of one cookie of a request's Cookie header. */
function valueOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return undefined;
}

/**
 * Session token of a signed cookie `token.signature` (HMAC-SHA-256, base64); undefined when it is missing or was not
 * signed by us. No database is asked.
 */
export function sessionTokenOf(header: string | undefined, secret: string): string | undefined {
  if (!header) return undefined;
  let value: string | undefined;
  try {
    value = valueOf(header, '__Secure-dealtrail.session_token') ?? valueOf(header, 'dealtrail.session_token');
  } catch {
    return undefined;
  }
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const wanted = createHmac('sha256', secret).update(token).digest();
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}
