import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** What a client meant to do; written down before it is sent. */
export interface Intent {
  readonly key: string;
  readonly kind: 'lead' | 'convert' | 'import';
  /** What must be found afterwards: external id, lead id, or the rows of a file. */
  readonly about: string;
  readonly body: unknown;
}

/** How an intent ended as far as the client knows. */
export type Outcome =
  | { readonly state: 'acknowledged'; readonly id: string }
  | { readonly state: 'refused'; readonly status: number }
  | { readonly state: 'unknown' };

/** Append-only record outside the system: each line is on disk before the next step. */
export class Ledger {
  readonly #file: number;
  readonly entries = new Map<string, { intent: Intent; outcome: Outcome }>();

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  #line(value: unknown): void {
    writeSync(this.#file, `${JSON.stringify(value)}\n`);
    fsyncSync(this.#file);
  }

  intend(intent: Intent): void {
    this.#line({ at: 'before', ...intent });
    this.entries.set(intent.key, { intent, outcome: { state: 'unknown' } });
  }

  settle(key: string, outcome: Outcome): void {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`no intent ${key}`);
    this.#line({ at: 'after', key, ...outcome });
    entry.outcome = outcome;
  }

  of(kind: Intent['kind']): { intent: Intent; outcome: Outcome }[] {
    return [...this.entries.values()].filter((entry) => entry.intent.kind === kind);
  }

  close(): void {
    closeSync(this.#file);
  }
}
