import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../kernel/client/index.ts';
import { holdBack } from './hold-back.ts';

const due = new ProblemError(403, { code: 'second_step_due' });
const quiet = { defaultOptions: { queries: { retry: false }, mutations: { retry: false } } };

async function led(refusal: Error, how: 'read' | 'act'): Promise<number> {
  const cache = new QueryClient(quiet);
  const lead = vi.fn<() => void>();
  holdBack(cache, lead);
  const fail = () => Promise.reject(refusal);
  if (how === 'read') await cache.fetchQuery({ queryKey: ['leads.list'], queryFn: fail }).catch(() => undefined);
  else await new MutationObserver(cache, { mutationFn: fail }).mutate().catch(() => undefined);
  return lead.mock.calls.length;
}

test('whoever must set up a second step is led there, whether they read or act', async () => {
  expect([await led(due, 'read'), await led(due, 'act')]).toEqual([1, 1]);
});

test('other refusals stay where they are', async () => {
  expect(await led(new ProblemError(403, { code: 'not_allowed' }), 'read')).toBe(0);
  expect(await led(new Error('broken'), 'act')).toBe(0);
});
