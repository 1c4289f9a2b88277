import type { Answer, Operation, Passed } from '@dealtrail/protocol/kernel';
import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLive } from '../live/index.ts';
import { call } from './call.ts';
import type { ProblemError } from './problem-error.ts';

interface ReadOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean;
  /** Keeps the former answer on screen while a changed question is asked. */
  readonly keep?: boolean;
  /** Asks again every so many ms, while the page is seen. */
  readonly every?: number | false;
  readonly freshFor?: number;
  /** Asked again when one of these kinds of record or one of these records changes. */
  readonly live?: readonly string[];
}

/** Key and function of a read, for loaders and prefetching. */
function readOf<O extends Operation>(op: O, input: Passed<O>) {
  return queryOptions<Answer<O>, ProblemError>({
    queryKey: [op.id, input],
    queryFn: async ({ signal }) => (await call(op, input, { signal })) ?? (null as Answer<O>),
  });
}

/** An answer that could not be asked again for want of the server stays on screen; the frame says since when. */
function stillShown<Read>(query: UseQueryResult<Read, ProblemError>): UseQueryResult<Read, ProblemError> {
  if (!query.isError || query.data === undefined || !query.error.passing) return query;
  return Object.create(query, {
    isError: { value: false },
    isSuccess: { value: true },
    isRefetchError: { value: false },
    status: { value: 'success' },
    error: { value: null },
  }) as UseQueryResult<Read, ProblemError>;
}

/** Reads through one operation; the answer stays in the cache under the operation's id. */
export function useOperation<O extends Operation>(
  op: O,
  input: Passed<O>,
  options: ReadOptions = {},
): UseQueryResult<Answer<O>, ProblemError> {
  const read = readOf(op, input);
  useLive(options.live ?? [], read.queryKey, options.enabled);
  const query = useQuery({
    ...read,
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });
  return stillShown(query);
}
