import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

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
