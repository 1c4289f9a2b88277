import type { Filter } from '@dealtrail/protocol/kernel';
import {
  compileFilter,
  compileSort,
  type FilterContext,
  FilterRefused,
  type FilterFields,
  parseFilter,
} from '../../filters/index.ts';

/** What of a view asks the list. */
export interface Asked {
  /** JSON text. */
  readonly filter: string | null;
  readonly sort: string | null;
}

function refused(ask: () => unknown): boolean {
  try {
    ask();
    return false;
  } catch (error) {
    if (error instanceof FilterRefused) return true;
    throw error;
  }
}

function questionsOf(filter: Filter): Extract<Filter, { field: string }>[] {
  if ('field' in filter) return [filter];
  if ('not' in filter) return questionsOf(filter.not);
  return ('all' in filter ? filter.all : filter.any).flatMap(questionsOf);
}

function questionsIn(text: string): Extract<Filter, { field: string }>[] | undefined {
  try {
    return questionsOf(parseFilter(text));
  } catch (error) {
    if (error instanceof FilterRefused) return undefined;
    throw error;
  }
}

/** Fields a view asks for that the list knows no longer, or not in this way, or not for this member; each once. */
export function lostFields({ filter, sort }: Asked, fields: FilterFields, context: FilterContext): string[] {
  const questions = filter === null ? [] : questionsIn(filter);
  // A grammar of former days: nothing of it can be named.
  if (!questions) return ['filter'];
  const lost = questions
    .filter((question) => refused(() => compileFilter(question, fields, context, { alias: 'row' })))
    .map(({ field }) => field);
  if (sort !== null && refused(() => compileSort(sort, fields, context))) lost.push(sort.replace(/^-/, ''));
  return [...new Set(lost)];
}
