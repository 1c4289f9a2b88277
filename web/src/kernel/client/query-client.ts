import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

/** Lists and pages are fresh for this long; a stream or an act refreshes them earlier. */
const FRESH_MS = 20_000;

/** A page seen before can be read again without the server for this long. */
const KEPT_MS = 60 * 60_000;

function again(failures: number, error: Error): boolean {
  return error instanceof ProblemError && error.passing && failures < 2;
}

function waitBefore(failures: number, error: Error): number {
  const asked = error instanceof ProblemError ? error.retryAfter : undefined;
  return asked ? asked * 1000 : 500 * 2 ** failures;
}

/** The cache of answers: repeats only what may pass by itself, and asks also when the browser believes to be offline. */
export function makeQueryClient(): QueryClient {
  const behaviour = { networkMode: 'always' as const, retry: again, retryDelay: waitBefore };
  return new QueryClient({
    defaultOptions: {
      queries: { ...behaviour, staleTime: FRESH_MS, gcTime: KEPT_MS, refetchOnWindowFocus: true },
      mutations: behaviour,
    },
  });
}
