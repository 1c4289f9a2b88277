import type { Module, Sweep } from '../house/module.ts';

/** Stored answers are kept for 30 days (DECISIONS, "Idempotency"); a repeated request after that runs anew. */
const KEPT_MS = 30 * 86_400_000;
/** Rows one pass removes; the rest waits for the next. */
const BATCH = 5_000;

/** Removes stored answers that are older than they are kept. */
const purge: Sweep = {
  name: 'idempotency.purge',
  due: 'sweep.organizations',
  everySeconds: 6 * 3_600,
  async run({ orgId, services }) {
    const { database, time } = services;
    const origin = { orgId, actorId: null, operation: 'idempotency.purge', requestId: 'purge' };
    const removed = await database.write(origin, (tx) =>
      tx.run({
        text: `delete from app.idempotency where org_id = $1 and (actor_id, key) in (
          select actor_id, key from app.idempotency where org_id = $1 and created_at < $2 order by created_at limit $3)`,
        values: [orgId, new Date(time.now().getTime() - KEPT_MS), BATCH],
        name: 'idempotency_purge',
      }),
    );
    return removed.rowCount === BATCH;
  },
};

/** Keeps stored answers as long as promised and no longer. */
export const idempotency: Module = { name: 'idempotency', routes: [], sweeps: [purge] };
