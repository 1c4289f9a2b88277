import type { Answer, Operation, Passed, Total } from '@dealtrail/protocol/kernel';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLive } from '../live/index.ts';
import { call } from './call.ts';
import type { ProblemError } from './problem-error.ts';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: Total | undefined;
}

type RowOf<O extends Operation> = Answer<O> extends { readonly items: readonly (infer Row)[] } ? Row : never;

type ListInput<O extends Operation> = Omit<Passed<O>, 'query'> & { readonly query?: object };

/**
 * How many rows a list has; counted apart from its pages, because counting takes longer than reading one. `fresh` is how
 * old the number may be, in ms.
 */
function useTotal<O extends Operation>(
  op: O,
  input: ListInput<O>,
  { fresh, enabled = true }: { readonly fresh?: number; readonly enabled?: boolean } = {},
): Total | undefined {
  const { sort: _order, ...chosen } = (input.query ?? {}) as { sort?: unknown };
  const asked = { ...input, query: { ...chosen, limit: 0, total: 'capped' } } as unknown as Passed<O>;
  return useQuery<Page<unknown>, ProblemError>({
    enabled,
    queryKey: [op.id, asked],
    queryFn: async ({ signal }) => (await call(op, asked, { signal })) as Page<unknown>,
    ...(fresh === undefined ? {} : { staleTime: fresh }),
  }).data?.total;
}

/** A list as the kit's `DataList` takes it. */
export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  /** Undefined while it is counted. */
  readonly total: Total | undefined;
  readonly loading: boolean;
  readonly error: ProblemError | null;
  readonly retry: () => void;
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
}

const PAGE = 50;

/** Beyond this many pages a list is not asked again by itself: all of them would be, for one row that changed. */
const LIVE_PAGES = 2;

/**
 * Reads a list page by page with the server's cursor; the rows of all pages read so far are one list. `live` names the
 * kinds of record whose changes ask it again; not `enabled`, it is not asked yet.
 */
export function useList<O extends Operation>(
  op: O,
  input: ListInput<O>,
  { live = [], enabled = true }: { readonly live?: readonly string[]; readonly enabled?: boolean } = {},
): ListAnswer<RowOf<O>> {
  const queryKey = [op.id, input, 'pages'];
  const query = useInfiniteQuery<
    Page<RowOf<O>>,
    ProblemError,
    { pages: Page<RowOf<O>>[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...input, query: { ...input.query, limit: PAGE, cursor: pageParam } } as unknown as Passed<O>;
      return (await call(op, asked, { signal })) as Page<RowOf<O>>;
    },
    enabled,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const total = useTotal(op, input, { enabled });
  const pages = query.data?.pages;
  useLive(live, queryKey, (pages?.length ?? 0) <= LIVE_PAGES);
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    rows,
    total,
    loading: query.isPending,
    error: query.isError && !pages ? query.error : null,
    retry: () => void query.refetch(),
    onMore: query.hasNextPage && !query.isFetchNextPageError ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
