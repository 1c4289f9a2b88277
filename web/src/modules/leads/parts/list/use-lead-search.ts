import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { useSession } from '../../../../kernel/session/index.ts';
import { type Filter, readFilter, writeFilter } from '../../../../kit/filter/index.ts';
import { filterOfView, type LeadView, sortOfView, viewOf } from '../../lead-views.ts';

/** What the address asks of the list, and the ways to ask otherwise. */
export interface LeadSearch {
  readonly view: LeadView;
  readonly filter: Filter | undefined;
  readonly q: string;
  readonly sort: string;
  /** Lead the peek shows. */
  readonly peek: string | undefined;
  readonly toView: (view: LeadView) => void;
  readonly toFilter: (filter: Filter | undefined) => void;
  readonly toWords: (q: string) => void;
  readonly toSort: (sort: string) => void;
  readonly toPeek: (id: string | undefined) => void;
}

/** The list as the address describes it: a ready view, or conditions of one's own; a link to it shows the same. */
export function useLeadSearch(): LeadSearch {
  const [search, change] = useAddressSearch();
  const { permissions } = useSession();
  const view = viewOf(search['view'], permissions['leads.read']);
  return {
    view,
    filter: readFilter(search['filter']) ?? filterOfView(view),
    q: search['q'] ?? '',
    sort: search['sort'] ?? sortOfView(view),
    peek: search['peek'],
    toView: (next) => change({ view: next, filter: undefined, q: undefined, sort: undefined, peek: undefined }),
    toFilter: (next) =>
      change(
        next ? { filter: writeFilter(next), peek: undefined } : { view: 'all', filter: undefined, peek: undefined },
      ),
    toWords: (q) => change({ q: q || undefined, peek: undefined }),
    toSort: (sort) => change({ sort }),
    toPeek: (peek) => change({ peek }),
  };
}
