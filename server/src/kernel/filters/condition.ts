import type { FilterField, WordReader } from './field.ts';

/** Who asks, and when: everything a filter may refer to beside the row. */
export interface FilterContext {
  /** Id of the member who asks. */
  readonly me: string;
  /** Today (yyyy-mm-dd) in the organisation's zone. */
  readonly today: string;
  /** The organisation's zone, in which days begin and end. */
  readonly zone: string;
  readonly now: Date;
  /** Whether the asker may see the field: what one may not see, one may not ask about. */
  mayUse(field: FilterField): boolean;
}

/** A value ready to be compared: text, number, truth, or an instant in milliseconds. */
export type Comparable = string | number | boolean;

/** One end of a range. */
export interface Bound {
  readonly value: Comparable;
  readonly inclusive: boolean;
}

/** What is asked of one value. An empty value answers no to all but `empty`. */
export type Test =
  | { readonly is: 'equal'; readonly value: Comparable }
  | { readonly is: 'oneOf'; readonly values: readonly Comparable[] }
  | { readonly is: 'range'; readonly from: Bound | null; readonly to: Bound | null }
  | { readonly is: 'text'; readonly text: string; readonly at: 'start' | 'anywhere' }
  | { readonly is: 'words'; readonly how: Parameters<WordReader['find']>[0]; readonly words: readonly string[] }
  | { readonly is: 'empty' };

/** A filter with names, values and negations resolved: the one source of its SQL and its predicate. */
export type Condition =
  | { readonly join: 'every' | 'some'; readonly parts: readonly Condition[] }
  | { readonly field: FilterField; readonly test: Test; readonly negated: boolean };

const CAPITALS = /[A-Z]/g;

/** Text with A–Z as a–z and nothing else changed, so that it is the same on every database and in memory. */
export function withoutCase(text: string): string {
  return text.replace(CAPITALS, (letter) => letter.toLowerCase());
}
