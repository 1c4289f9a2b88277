import type { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../kernel/client/index.ts';

const isDue = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'second_step_due';

/** Calls `lead` when the server answers anything with that the second step has to be set up first. */
export function holdBack(cache: QueryClient, lead: () => void): void {
  cache.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isDue(event.action.error)) lead();
  });
  cache.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isDue(event.action.error)) lead();
  });
}
