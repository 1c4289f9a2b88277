import { listTasks, timeline, type TimelineEntry } from '@dealtrail/protocol/activities';
import { listAttachments } from '@dealtrail/protocol/attachments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type ProblemError, useOperation } from '../../kernel/client/index.ts';
import { useLive } from '../../kernel/live/index.ts';

interface TimelinePage {
  readonly items: readonly TimelineEntry[];
  readonly more: boolean;
}

/** The history of a record, newest first, read further on demand. */
export function useTimeline(recordId: string) {
  const queryKey = [timeline.id, { params: { id: recordId } }, 'pages'];
  useLive([recordId], queryKey);
  const query = useInfiniteQuery<
    TimelinePage,
    ProblemError,
    { pages: TimelinePage[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(timeline, { params: { id: recordId }, query: { before: pageParam } }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.items.at(-1)?.at : undefined),
  });
  const pages = query.data?.pages;
  const entries = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  return {
    entries,
    error: query.isError && !pages ? query.error : null,
    retry: () => void query.refetch(),
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}

/** The tasks of a record, open ones first. */
export function useTasks(recordId: string) {
  return useOperation(listTasks, { params: { id: recordId } }, { live: [recordId] });
}

/** The files of a record. */
export function useFiles(recordId: string) {
  return useOperation(listAttachments, { params: { id: recordId } }, { live: [recordId] });
}
