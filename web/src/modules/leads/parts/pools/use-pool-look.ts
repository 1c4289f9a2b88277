import type { LeadPool } from '@dealtrail/protocol/leads';
import { useMemo } from 'react';
import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { type Filter, readFilter, writeFilter } from '../../../../kit/filter/index.ts';

const USUAL_SORT = '-pooledAt';

/** A pool as it is looked at, as its address describes it. */
export interface PoolLook {
  readonly pool: LeadPool | undefined;
  readonly filter: Filter | undefined;
  readonly q: string;
  readonly sort: string;
  /** Lead the peek shows. */
  readonly peek: string | undefined;
  readonly toPool: (id: string) => void;
  readonly toFilter: (filter: Filter | undefined) => void;
  readonly toWords: (q: string) => void;
  readonly toSort: (sort: string) => void;
  readonly toPeek: (id: string | undefined) => void;
}

/** The pool the address names, else the first; a link shows another member the same question. */
export function usePoolLook(pools: readonly LeadPool[]): PoolLook {
  const [search, change] = useAddressSearch();
  const { filter } = search;
  const read = useMemo(() => readFilter(filter), [filter]);
  return {
    pool: pools.find(({ id }) => id === search['pool']) ?? pools[0],
    filter: read,
    q: search['q'] ?? '',
    sort: search['sort'] ?? USUAL_SORT,
    peek: search['peek'] || undefined,
    toPool: (pool) => change({ pool, peek: undefined }),
    toFilter: (next) => change({ filter: writeFilter(next), peek: undefined }),
    toWords: (q) => change({ q: q || undefined, peek: undefined }),
    toSort: (sort) => change({ sort: sort === USUAL_SORT ? undefined : sort }),
    toPeek: (peek) => change({ peek }),
  };
}
