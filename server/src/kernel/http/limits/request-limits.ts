import type { Config } from '../../config/config.ts';
import { machineMs } from '../../time/time.ts';
import { problem } from '../problem.ts';
import { type Allowance, type Bucket, take } from './token-bucket.ts';

/** Sources one process remembers; whoever comes when the book is full starts it anew. */
const MOST_SOURCES = 50_000;

/**
 * Counts the requests of one process by who sends them: a member however they come, an API key, and the true peer of
 * whoever is not signed in. On several processes each counts for itself. Limits are there against accidents and floods;
 * they run on the machine's time because a flood does.
 */
export class RequestLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #signedIn: Allowance;
  readonly #peer: Allowance;

  constructor({ requestsPerMinute }: Pick<Config, 'requestsPerMinute'>) {
    this.#signedIn = { perMinute: requestsPerMinute, burst: Math.ceil(requestsPerMinute / 4) };
    // Who is not signed in has nothing to leaf through, but a whole office may come from one address.
    this.#peer = { perMinute: requestsPerMinute / 4, burst: Math.ceil(requestsPerMinute / 8) };
  }

  /** Lets a request of a member or key pass, or refuses it with the time to wait (429). */
  signedIn(source: string): void {
    this.count(source, this.#signedIn);
  }

  /** The same for somebody who is not signed in. */
  peer(address: string): void {
    this.count(`peer ${address}`, this.#peer);
  }

  /** The same for any source with an allowance of its own. */
  count(source: string, allowance: Allowance): void {
    if (this.#buckets.size >= MOST_SOURCES && !this.#buckets.has(source)) this.#buckets.clear();
    const { bucket, waitMs } = take(allowance, this.#buckets.get(source), machineMs());
    this.#buckets.set(source, bucket);
    if (waitMs > 0) throw problem('too_many_requests', { retryAfter: Math.max(1, Math.ceil(waitMs / 1_000)) });
  }
}
