import type { Operation } from '@dealtrail/protocol/kernel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from './call.ts';
import type { ProblemError } from './problem-error.ts';

/** One page of what follows a cursor. */
export interface CursorPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Pages that follow one another by a cursor, read further on demand. */
export function usePages<Page extends CursorPage<unknown>>(op: Operation, input: { params?: unknown; query?: object }) {
  const query = useInfiniteQuery<Page, ProblemError, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: [op.id, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(op, { ...input, query: { ...input.query, cursor: pageParam } } as never, { signal }) as Promise<Page>,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) as Page['items'][number][] | undefined, [pages]);
  return {
    items,
    first: pages?.[0],
    error: query.error,
    retry: () => void query.refetch(),
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
