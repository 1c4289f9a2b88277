import type { Time } from '../time/time.ts';

/** Wrong tries count for this long (TRUST D19). */
const WINDOW_MS = 15 * 60_000;
const LARGEST_BOOK = 20_000;

/** One thing whose wrong tries are counted, and how many are allowed in 15 minutes. */
export interface Gate {
  readonly key: string;
  readonly limit: number;
}

/** The gates of signing in and of everything else that could be guessed. */
export const gates = {
  /** What was typed at the door, whoever it names: known and unknown names are held back alike. */
  identifier: (name: string): Gate => ({ key: `identifier ${name}`, limit: 5 }),
  /** The account behind several names. */
  account: (userId: string): Gate => ({ key: `account ${userId}`, limit: 10 }),
  /** One address of the network, the true peer. */
  peer: (address: string): Gate => ({ key: `peer ${address}`, limit: 50 }),
  /** Codes of the second step. */
  code: (userId: string): Gate => ({ key: `code ${userId}`, limit: 5 }),
  /** The own password, asked again by somebody who is signed in. */
  own: (userId: string): Gate => ({ key: `own ${userId}`, limit: 5 }),
  /** Mails with a reset link that one name may ask for, and one peer. */
  reset: (name: string): Gate => ({ key: `reset ${name}`, limit: 3 }),
  resetPeer: (address: string): Gate => ({ key: `reset peer ${address}`, limit: 20 }),
} as const;

/** Counts wrong tries of one process. */
export class Attempts {
  readonly #failures = new Map<string, number[]>();
  /** Tries being checked: many at once must not all pass before the first is known to be wrong. */
  readonly #open = new Map<string, number>();
  readonly #time: Time;

  constructor(time: Time) {
    this.#time = time;
  }

  #recent(key: string): number[] {
    const since = this.#time.now().getTime() - WINDOW_MS;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }

  /** Seconds to wait before these gates may be tried again; 0: now. */
  waitFor(asked: readonly Gate[]): number {
    const now = this.#time.now().getTime();
    const tried = asked.map((gate) => ({ ...gate, times: this.#recent(gate.key) }));
    const blocked = tried.filter(({ times, limit }) => times.length >= limit);
    const crowded = tried.some(({ key, limit, times }) => times.length + (this.#open.get(key) ?? 0) >= limit);
    if (blocked.length === 0 && crowded) return 1;
    const until = Math.max(0, ...blocked.map(({ times, limit }) => (times[times.length - limit] ?? 0) + WINDOW_MS));
    return until > now ? Math.ceil((until - now) / 1000) : 0;
  }

  /** Counts a try that is being checked, until the returned function is called. */
  begin(asked: readonly Gate[]): () => void {
    for (const { key } of asked) this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return () => {
      for (const { key } of asked) {
        const left = (this.#open.get(key) ?? 1) - 1;
        if (left > 0) this.#open.set(key, left);
        else this.#open.delete(key);
      }
    };
  }

  failed(asked: readonly Gate[]): void {
    if (this.#failures.size > LARGEST_BOOK) this.#failures.clear();
    for (const { key, limit } of asked) {
      this.#failures.set(key, [...this.#recent(key), this.#time.now().getTime()].slice(-limit));
    }
  }

  succeeded(asked: readonly Gate[]): void {
    for (const { key } of asked) this.#failures.delete(key);
  }
}
