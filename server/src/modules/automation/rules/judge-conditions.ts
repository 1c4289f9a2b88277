import type { Unmet } from '@dealtrail/protocol/automation';
import type { FieldFilter, Filter } from '@dealtrail/protocol/kernel';
import { compilePredicate, type FilterRow } from '../../../kernel/filters/compile-predicate.ts';
import type { FilterContext, FilterFields } from '../../../kernel/filters/index.ts';

/** Longer texts are told by their beginning. */
const TOLD = 80;

/** All questions of a filter, wherever they stand in it. */
export function questionsIn(filter: Filter): readonly FieldFilter[] {
  if ('field' in filter) return [filter];
  if ('not' in filter) return questionsIn(filter.not);
  return ('all' in filter ? filter.all : filter.any).flatMap(questionsIn);
}

function told(value: unknown): Unmet['had'] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.slice(0, TOLD) : null;
}

/**
 * Whether conditions hold for a record, and if not, which of them it was: of those that must all hold each one missed, of
 * those of which any will do all of them.
 * @throws FilterRefused where they ask what the fields do not offer.
 */
export function judgeConditions(
  conditions: Filter,
  fields: FilterFields,
  context: FilterContext,
): (row: FilterRow) => { readonly holds: boolean; readonly unmet: readonly Unmet[] } {
  const holds = compilePredicate(conditions, fields, context);
  const missed = (filter: Filter, row: FilterRow, not: boolean): Unmet[] => {
    if (compilePredicate(filter, fields, context)(row) !== not) return [];
    if ('field' in filter) return [{ asked: filter, not, had: told(row[filter.field]) }];
    if ('not' in filter) return missed(filter.not, row, !not);
    return ('all' in filter ? filter.all : filter.any).flatMap((part) => missed(part, row, not));
  };
  return (row) => (holds(row) ? { holds: true, unmet: [] } : { holds: false, unmet: missed(conditions, row, false) });
}
