import { timeline, type TimelineEntry } from '@dealtrail/protocol/activities';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type ProblemError } from '../../kernel/client/index.ts';

type Page = Answer<typeof timeline>;

/** The history of a record read so far, newest first. */
export interface History {
  readonly entries: readonly TimelineEntry[];
  readonly loading: boolean;
  readonly error: ProblemError | null;
  readonly retry: () => void;
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/** Reads the history of a record page by page. */
export function useHistory(recordId: string): History {
  const query = useInfiniteQuery<Page, ProblemError, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: [timeline.id, recordId],
    queryFn: ({ pageParam, signal }) =>
      call(timeline, { params: { id: recordId }, query: pageParam ? { before: pageParam } : {} }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.items.at(-1)?.at : undefined),
  });
  const pages = query.data?.pages;
  const entries = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    entries,
    loading: query.isPending,
    error: query.isError && !pages ? query.error : null,
    retry: () => void query.refetch(),
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
