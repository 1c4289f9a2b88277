import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code lives 30 seconds and has 6 digits (RFC 6238, as every authenticator app expects it). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A clock may be one step off in either direction. */
const SLACK = [0, -1, 1];

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base 32 without padding (RFC 4648), as authenticator apps read secrets. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** The code of one step, RFC 4226 with SHA-1. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The step an instant lies in. */
export function stepAt(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / STEP_SECONDS);
}

/**
 * The step a typed code belongs to; undefined when it is wrong, or when its step or a later one was used already: a code
 * works once.
 */
export function stepOfCode(code: string, secret: Uint8Array, now: Date, lastStep: number): number | undefined {
  if (code.length !== DIGITS) return undefined;
  const typed = Buffer.from(code.padEnd(DIGITS).slice(0, DIGITS));
  const here = stepAt(now);
  return SLACK.map((off) => here + off).find((step) => {
    const wanted = Buffer.from(codeAt(secret, step));
    return step > lastStep && typed.length === wanted.length && timingSafeEqual(typed, wanted);
  });
}

/** The address an authenticator app reads from the QR code. */
export function authenticatorAddress(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
