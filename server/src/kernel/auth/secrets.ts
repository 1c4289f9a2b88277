import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';

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

/** Locks secrets in the database with a key of the installation; the id of whose it is is bound to it. */
export function seal(secret: Uint8Array, key: Buffer, ownerId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(ownerId));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `seal` locked; throws when it was changed or belongs to another. */
export function unseal(sealed: string, key: Buffer, ownerId: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(ownerId));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
