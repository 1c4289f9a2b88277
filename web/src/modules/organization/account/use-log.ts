import type { listOwnSignIns } from '@dealtrail/protocol/auth';
import type { listSignIns } from '@dealtrail/protocol/organization';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type ProblemError } from '../../../kernel/client/index.ts';
import type { LogEntry } from './sign-in-lines.tsx';

interface Page {
  readonly items: readonly LogEntry[];
  readonly nextBefore: string | null;
}

/** The sign-in log as far as it was read, newest first. */
export function useLog(operation: typeof listOwnSignIns | typeof listSignIns, query: { readonly memberId?: string }) {
  const found = useInfiniteQuery<Page, ProblemError, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: [operation.id, query],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        operation as typeof listSignIns,
        { query: { ...query, ...(pageParam ? { before: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
  });
  return { ...found, entries: found.data?.pages.flatMap(({ items }) => items) ?? [] };
}

/** What `useLog` gives. */
export type Log = ReturnType<typeof useLog>;
