import type { Sweep } from '../../../kernel/house/module.ts';
import { removeExpired } from '../store/run-store.ts';

const BATCH = 5_000;

/** Removes lines of the log whose 90 days are over. */
export const sweepExpiredRuns: Sweep = {
  name: 'automation.expire',
  due: 'sweep.organizations',
  everySeconds: 6 * 3_600,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'automation.expire', requestId: 'expire' };
    return services.database.write(origin, async (tx) => (await removeExpired(tx, BATCH)) === BATCH);
  },
};
