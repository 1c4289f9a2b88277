import type { Filter } from '@dealtrail/protocol/kernel';
import {
  compileMeeting,
  type FilterContext,
  type FilterFields,
  type FilterRow,
  type Met,
} from '../../filters/index.ts';

/** A rule with its outcome read. */
export interface BookRule<Says> {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly when: Filter;
  readonly says: Says;
}

/** What rules may ask, and how they stand beside each other. */
export interface RuleAsking<Says> {
  readonly fields: FilterFields;
  /** Rules of one group are tried in order, those of another beside them. Absent: all are one group. */
  groupOf?(says: Says): string;
}

/** The rules of a book that hold, and the version they are; 0 is what the product brings. */
export interface BookContent<Says, Settings = unknown> {
  readonly version: number;
  readonly rules: readonly BookRule<Says>[];
  readonly settings: Settings;
}

/** A rule that decided, and the conditions that were met. */
export interface Spoken<Says> {
  readonly rule: BookRule<Says>;
  readonly met: readonly Met[];
}

/** Says which rules decide about a row: the first fitting one, or the first of each group in the order they stand. */
export type Judge<Says> = (row: FilterRow) => readonly Spoken<Says>[];

/**
 * Makes a judge of rules in their order.
 * @throws FilterRefused where a condition asks what the book does not offer.
 */
export function judgeBy<Says>(
  book: RuleAsking<Says>,
  rules: readonly BookRule<Says>[],
  context: FilterContext,
): Judge<Says> {
  const asked = rules
    .filter(({ active }) => active)
    .map((rule) => ({
      rule,
      group: book.groupOf?.(rule.says) ?? '',
      meets: compileMeeting(rule.when, book.fields, context),
    }));
  const groups = [...Map.groupBy(asked, ({ group }) => group).values()];
  return (row) =>
    groups.flatMap((group) => {
      for (const { rule, meets } of group) {
        const met = meets(row);
        if (met) return { rule, met };
      }
      return [];
    });
}

/** The context rules are judged in: nobody asks, and every declared field may be asked. */
export function ruleContext(at: { readonly now: Date; readonly today: string; readonly zone: string }): FilterContext {
  return { ...at, me: '00000000-0000-0000-0000-000000000000', mayUse: () => true };
}

/** The rules that decided, as they are kept on what they judged: |one|other|; null where none did. */
export function markOf(spoken: readonly Spoken<unknown>[]): string | null {
  return spoken.length === 0 ? null : `|${spoken.map(({ rule }) => rule.id).join('|')}|`;
}
