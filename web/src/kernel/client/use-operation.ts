import type { Answer, Operation, Passed } from '@dealtrail/protocol/kernel';
import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
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
}

/** Key and function of a read, for loaders and prefetching. */
function readOf<O extends Operation>(op: O, input: Passed<O>) {
  return queryOptions<Answer<O>, ProblemError>({
    queryKey: [op.id, input],
    queryFn: async ({ signal }) => (await call(op, input, { signal })) ?? (null as Answer<O>),
  });
}

/** Reads through one operation; the answer stays in the cache under the operation's id. */
export function useOperation<O extends Operation>(
  op: O,
  input: Passed<O>,
  options: ReadOptions = {},
): UseQueryResult<Answer<O>, ProblemError> {
  return useQuery({
    ...readOf(op, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });
}
