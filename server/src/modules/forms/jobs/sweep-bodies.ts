import type { Sweep } from '../../../kernel/house/module.ts';
import { forgetBodiesBefore } from '../store/inbound-store.ts';

const KEPT_MS = 7 * 86_400_000;

/** Forgets what was posted a week ago, but for what still waits for a person. */
export const sweepBodies: Sweep = {
  name: 'forms.forget_bodies',
  due: 'sweep.inbound_bodies',
  everySeconds: 3_600,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'forms.forget_bodies', requestId: services.time.newId() };
    await services.database.write(origin, (tx) => forgetBodiesBefore(tx, new Date(tx.time.now().getTime() - KEPT_MS)));
    return false;
  },
};
