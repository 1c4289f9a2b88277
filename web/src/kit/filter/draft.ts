import { type FieldFilter, type Filter, isComplete, isQuestion } from './filter-model.ts';

/** Levels a filter may have, a question and a "not" counted as one each, as the server allows. */
export const MOST_DEEP = 5;

/** A group under work; negated: none of its parts may hold. */
export interface DraftGroup {
  readonly id: string;
  readonly join: 'all' | 'any';
  readonly negated: boolean;
  readonly parts: readonly Draft[];
}

/** A question under work; null before its field is chosen. */
export type Draft = DraftGroup | { readonly id: string; readonly question: FieldFilter | null };

let serial = 0;

function freshId(): string {
  serial += 1;
  return `part-${serial}`;
}

/** A question nobody has asked yet. */
export function emptyQuestion(): Draft {
  return { id: freshId(), question: null };
}

function partOf(filter: Filter): Draft {
  return isQuestion(filter) ? { id: freshId(), question: filter } : draftOf(filter);
}

/** A filter as it is worked on: always a group. */
export function draftOf(filter: Filter | undefined): DraftGroup {
  const id = freshId();
  if (!filter) return { id, join: 'all', negated: false, parts: [] };
  if (isQuestion(filter)) return { id, join: 'all', negated: false, parts: [partOf(filter)] };
  if ('not' in filter) {
    const inner = draftOf(filter.not);
    // "Not all of" and "neither" of one part are the same; of several, a group within says it.
    if (inner.negated || (inner.join === 'all' && inner.parts.length > 1))
      return { id, join: 'any', negated: true, parts: [inner] };
    return { ...inner, join: 'any', negated: true };
  }
  if ('all' in filter) return { id, join: 'all', negated: false, parts: filter.all.map(partOf) };
  return { id, join: 'any', negated: false, parts: filter.any.map(partOf) };
}

/** The filter of what is complete in a draft; nothing complete asks for everything. */
export function filterOfDraft(draft: Draft): Filter | undefined {
  if (!('parts' in draft)) return draft.question && isComplete(draft.question) ? draft.question : undefined;
  const parts = draft.parts.flatMap((part) => filterOfDraft(part) ?? []);
  const [only] = parts;
  if (!only) return undefined;
  const joined = parts.length === 1 ? only : draft.join === 'all' ? { all: parts } : { any: parts };
  return draft.negated ? { not: joined } : joined;
}

/** Levels of the filter a draft makes. */
export function depthOf(draft: Draft): number {
  const levels = (filter: Filter | undefined): number => {
    if (!filter) return 0;
    if (isQuestion(filter)) return 1;
    if ('not' in filter) return 1 + levels(filter.not);
    return 1 + Math.max(0, ...('all' in filter ? filter.all : filter.any).map(levels));
  };
  return levels(filterOfDraft(draft));
}
