import { live, ready } from '@dealtrail/protocol/health';
import type { Module } from '../house/module.ts';
import { handleOpen } from '../http/handle.ts';
import { problem } from '../http/problem.ts';

/** Whether the process lives, and whether it can serve. */
export const health: Module = {
  name: 'health',
  routes: [
    handleOpen(live, async () => ({ live: true as const })),
    handleOpen(ready, async ({ services }) => {
      if (services.lifecycle.draining) throw problem('unavailable', { retryAfter: 2 });
      try {
        await services.database.writes.query('select 1');
      } catch {
        throw problem('unavailable', { retryAfter: 2 });
      }
      return { ready: true as const };
    }),
  ],
};
