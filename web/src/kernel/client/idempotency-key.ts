/** A fresh key for one intended act; also where the page is not served over TLS, which hides randomUUID. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One attempt to do something, remembered until its outcome is known. */
export interface Attempt {
  readonly key: string;
  /** The input as text, to recognise the same intent. */
  readonly intent: string;
}

/**
 * The key of the next attempt: the same input after an unknown outcome is the same intent and keeps its key; anything
 * else is a new one.
 */
export function keyFor(intent: string, unsettled: Attempt | undefined, fresh: () => string): string {
  return unsettled?.intent === intent ? unsettled.key : fresh();
}
