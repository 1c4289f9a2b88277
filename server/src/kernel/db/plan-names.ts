import { createHash } from 'node:crypto';

/** Uses after which a text counts as hot and its plan is worth keeping. */
const HOT_AFTER = 3;
const MOST_WATCHED = 2_000;

/**
 * Names under which PostgreSQL keeps the plans of recurring statements of one kind, on each connection. Rare texts get
 * none, and no more than `most` do: neither a caller who invents shapes nor a rare combination of writes must fill its
 * memory.
 */
export class PlanNames {
  readonly #prefix: string;
  readonly #most: number;
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();

  constructor(prefix: string, most: number) {
    this.#prefix = prefix;
    this.#most = most;
  }

  /** The name of a text; undefined while it is rare. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const count = (this.#uses.get(text) ?? 0) + 1;
    if (count < HOT_AFTER || this.#names.size >= this.#most) {
      if (this.#uses.size >= MOST_WATCHED) this.#uses.clear();
      this.#uses.set(text, count);
      return undefined;
    }
    this.#uses.delete(text);
    const name = `${this.#prefix}${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
    this.#names.set(text, name);
    return name;
  }
}
