import type { RuleTrial } from '@dealtrail/protocol/rules';

/** How many records a change of a trial names. */
const MOST_EXAMPLES = 20;
/** A rule is doubtful when people decided otherwise at least so often, in so many of a hundred hits. */
const LEAST_OVERRIDDEN = 10;
const LEAST_SHARE = 0.3;

/** A record a trial looks at. */
export interface Tried {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** What stands on it now. */
  readonly verdict: string;
  /** A person decided it; rules leave it alone. */
  readonly kept: boolean;
}

type Change = RuleTrial['changes'][number];

/** Counts what draft rules would do with one record after the other. */
export class Tally {
  checked = 0;
  #kept = 0;
  #changing = 0;
  readonly #hits = new Map<string, number>();
  readonly #changes = new Map<string, Change>();

  /** Notes a record, the rules that would decide about it, and what they would say. */
  note(subject: Tried, ruleIds: readonly string[], verdict: string): void {
    this.checked += 1;
    for (const id of ruleIds) this.#hits.set(id, (this.#hits.get(id) ?? 0) + 1);
    if (verdict === subject.verdict) return;
    if (subject.kept) {
      this.#kept += 1;
      return;
    }
    this.#changing += 1;
    const ruleId = ruleIds.length === 1 ? (ruleIds[0] ?? null) : null;
    const key = `${ruleId} ${subject.verdict} ${verdict}`;
    const change = this.#changes.get(key) ?? { ruleId, from: subject.verdict, to: verdict, count: 0, examples: [] };
    const { id, number, title } = subject;
    if (change.examples.length < MOST_EXAMPLES) change.examples.push({ id, number, title });
    this.#changes.set(key, { ...change, count: change.count + 1 });
  }

  /** The counts, for rules in this order; changes with most first. */
  told(ruleIds: readonly string[]): Pick<RuleTrial, 'checked' | 'hits' | 'changing' | 'kept' | 'changes'> {
    return {
      checked: this.checked,
      hits: ruleIds.map((ruleId) => ({ ruleId, count: this.#hits.get(ruleId) ?? 0 })),
      changing: this.#changing,
      kept: this.#kept,
      changes: [...this.#changes.values()].toSorted((one, other) => other.count - one.count),
    };
  }
}

/** Whether people decided otherwise so often that the rule should be looked at. */
export function isDoubtful({ hits, overridden }: { readonly hits: number; readonly overridden: number }): boolean {
  return overridden >= LEAST_OVERRIDDEN && overridden >= hits * LEAST_SHARE;
}
