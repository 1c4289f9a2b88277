import { listNotifications, type NotificationView } from '@dealtrail/protocol/notifications';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type ProblemError } from '../../kernel/client/index.ts';
import { useLive } from '../../kernel/live/index.ts';

interface NotificationPage {
  readonly items: readonly NotificationView[];
  readonly more: boolean;
  readonly unread: number;
}

/** Which messages are looked at. */
export interface Asked {
  readonly unread?: 'true' | undefined;
  readonly kind?: string | undefined;
}

/** The member's messages, the newest first, read further on demand; new ones come by themselves. */
export function useNotifications({ unread, kind }: Asked) {
  const queryKey = [listNotifications.id, { query: { unread, kind } }, 'pages'];
  useLive(['notification'], queryKey);
  const query = useInfiniteQuery<
    NotificationPage,
    ProblemError,
    { pages: NotificationPage[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { query: { unread, kind, before: pageParam } }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.items.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  return {
    items,
    unread: pages?.[0]?.unread ?? 0,
    error: query.isError && !pages ? query.error : null,
    retry: () => void query.refetch(),
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
