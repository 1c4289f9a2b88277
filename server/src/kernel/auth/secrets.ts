import { hash, randomBytes } from 'node:crypto';

/** SHA-256 of a secret that is only ever compared: API keys, session, invitation, reset and set-up tokens. */
export function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** A new secret of 256 bits with a prefix that tells what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** A new secret that also tells its organisation, so that it can be looked up behind the second lock. */
export function newSecretOf(orgId: string, prefix: string): string {
  return newSecret(`${prefix}${Buffer.from(orgId.replaceAll('-', ''), 'hex').toString('base64url')}.`);
}

/** The organisation a secret of `newSecretOf` names; undefined for a text that is none with this prefix. */
export function organizationIn(secret: string, prefix: string): string | undefined {
  const [name, rest] = secret.slice(prefix.length).split('.');
  if (!secret.startsWith(prefix) || name?.length !== 22 || rest?.length !== 43) return undefined;
  const hex = Buffer.from(name, 'base64url').toString('hex');
  return /^[0-9a-f]{32}$/.test(hex) ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined;
}
