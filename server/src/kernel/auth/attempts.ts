import type { Time } from '../time/time.ts';

/** At most 5 wrong passwords per account and 50 per peer in 15 minutes (TRUST D19). */
const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 5;
const PER_PEER = 50;
const LARGEST_BOOK = 20_000;

/** Counts wrong sign-ins of one process, by account and by peer address. */
export class Attempts {
  readonly #failures = new Map<string, number[]>();
  /** Sign-ins being checked: many at once must not all pass before the first is known to be wrong. */
  readonly #open = new Map<string, number>();
  readonly #time: Time;

  constructor(time: Time) {
    this.#time = time;
  }

  #recent(key: string): number[] {
    const since = this.#time.now().getTime() - WINDOW_MS;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }

  /** Seconds to wait before this account or peer may try again; 0: now. */
  waitFor(email: string, peer: string): number {
    const now = this.#time.now().getTime();
    const blocked = [
      { times: this.#recent(`account ${email}`), limit: PER_ACCOUNT },
      { times: this.#recent(`peer ${peer}`), limit: PER_PEER },
    ].filter(({ times, limit }) => times.length >= limit);
    const crowded = [
      { key: `account ${email}`, limit: PER_ACCOUNT },
      { key: `peer ${peer}`, limit: PER_PEER },
    ].some(({ key, limit }) => this.#recent(key).length + (this.#open.get(key) ?? 0) >= limit);
    if (blocked.length === 0 && crowded) return 1;
    const until = Math.max(0, ...blocked.map(({ times, limit }) => (times[times.length - limit] ?? 0) + WINDOW_MS));
    return until > now ? Math.ceil((until - now) / 1000) : 0;
  }

  /** Counts a sign-in that is being checked, until the returned function is called. */
  begin(email: string, peer: string): () => void {
    const keys = [`account ${email}`, `peer ${peer}`];
    for (const key of keys) this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return () => {
      for (const key of keys) {
        const left = (this.#open.get(key) ?? 1) - 1;
        if (left > 0) this.#open.set(key, left);
        else this.#open.delete(key);
      }
    };
  }

  failed(email: string, peer: string): void {
    if (this.#failures.size > LARGEST_BOOK) this.#failures.clear();
    for (const key of [`account ${email}`, `peer ${peer}`]) {
      this.#failures.set(key, [...this.#recent(key), this.#time.now().getTime()].slice(-PER_PEER));
    }
  }

  succeeded(email: string): void {
    this.#failures.delete(`account ${email}`);
  }
}
