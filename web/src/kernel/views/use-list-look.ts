import { listViews, type View, type ViewShape } from '@dealtrail/protocol/views';
import { useCallback, useMemo, useState } from 'react';
import { type Filter, writeFilter } from '../../kit/filter/index.ts';
import { useOperation } from '../client/index.ts';
import { useAddressSearch } from '../routing/index.ts';
import { type Draft, keepDraft, readDraft } from './drafts.ts';
import { NOTHING, type Shape, shapeOf } from './look.ts';

/** Views change rarely; one's own changes are seen at once. */
const FRESH_MS = 5 * 60_000;

/** A list as it is looked at: its views, the chosen one, what was changed of it, and the ways to look otherwise. */
export interface ListLook extends Shape {
  readonly list: string;
  readonly views: readonly View[];
  readonly view: View | undefined;
  /** The views are known, or the address says enough: the list may be read. */
  readonly ready: boolean;
  readonly q: string;
  /** Record the peek shows. */
  readonly peek: string | undefined;
  readonly toView: (id: string) => void;
  readonly toFilter: (filter: Filter | undefined) => void;
  readonly toWords: (q: string) => void;
  readonly toSort: (sort: string) => void;
  readonly toGroup: (column: string | null, sort?: string) => void;
  readonly toPeek: (id: string | undefined) => void;
  readonly toColumns: (columns: ViewShape['columns']) => void;
  readonly toDensity: (density: ViewShape['density']) => void;
  /** Gives up what was changed of the view. */
  readonly revert: () => void;
}

function useDraft(list: string, id: string): readonly [Draft, (draft: Draft) => void] {
  const of = `${list} ${id}`;
  const [held, setHeld] = useState(() => ({ of, draft: readDraft(list, id) }));
  const now = held.of === of ? held : { of, draft: readDraft(list, id) };
  if (now !== held) setHeld(now);
  const keep = useCallback(
    (draft: Draft) => {
      keepDraft(list, id, draft);
      setHeld({ of, draft });
    },
    [list, id, of],
  );
  return [now.draft, keep];
}

const clear = { filter: undefined, sort: undefined, group: undefined, peek: undefined };

/** The list as address, chosen view and this browser describe it; a link shows another person the same question. */
export function useListLook(list: string, usualSort: string): ListLook {
  const [search, change] = useAddressSearch();
  const found = useOperation(listViews, { query: { list } }, { freshFor: FRESH_MS });
  const views = useMemo(() => found.data?.items ?? [], [found.data]);
  const view = views.find(({ id }) => id === search['view']) ?? views.find(({ isDefault }) => isDefault);
  const [draft, keep] = useDraft(list, view?.id ?? '');
  const { filter: asked, sort, group } = search;
  const shape = useMemo(
    () => shapeOf(view, { filter: asked, sort, group }, draft, usualSort),
    [view, asked, sort, group, draft, usualSort],
  );
  return {
    ...shape,
    list,
    views,
    view,
    ready: found.isFetched || Boolean(asked),
    q: search['q'] ?? '',
    peek: search['peek'] || undefined,
    toView: (id) => change({ ...clear, view: id, q: undefined }),
    toFilter: (filter) => change({ filter: writeFilter(filter) ?? NOTHING, peek: undefined }),
    toWords: (q) => change({ q: q || undefined, peek: undefined }),
    toSort: (next) => change({ sort: next }),
    toGroup: (column, by) => change({ group: column ?? NOTHING, ...(by ? { sort: by } : {}) }),
    toPeek: (id) => change({ peek: id }),
    toColumns: (columns) => keep({ ...draft, columns }),
    toDensity: (density) => keep({ ...draft, density }),
    revert: () => {
      keep({});
      change(clear);
    },
  };
}
