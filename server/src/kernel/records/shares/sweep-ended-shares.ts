import { sharesTable } from '../../db/kernel-tables.ts';
import type { Sweep } from '../../house/module.ts';
import { namesById } from '../people-names.ts';
import { claimEndedShares } from './share-store.ts';

const BATCH = 200;

/**
 * Takes away shares past their last day and says so in the record's history. Rights do not wait for it: an ended share
 * counts for nobody from its moment on.
 */
export const sweepEndedShares: Sweep = {
  name: 'records.end_shares',
  due: 'sweep.shares_ended',
  everySeconds: 300,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'records.end_shares', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const shares = await claimEndedShares(tx, BATCH);
      const nameOf = await namesById(
        tx,
        services.registry.people,
        shares.map(({ memberId }) => memberId),
      );
      for (const share of shares) {
        const { memberId, recordId } = share;
        await tx.remove(sharesTable, share);
        tx.publish({
          type: 'records.share_ended',
          recordId,
          data: { memberId },
          rule: 'records.share_ended',
          text: { key: 'records.event.share_ended', params: { to: nameOf.get(memberId) ?? '' } },
        });
      }
      if (shares.length > 0)
        await services.registry.people.rightsMoved(tx, [...new Set(shares.map(({ memberId }) => memberId))]);
      return shares.length === BATCH;
    });
  },
};
