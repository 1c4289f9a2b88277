import * as protocol from '@dealtrail/protocol/records';
import type { RowOf, Tx } from '../../db/index.ts';
import type { Registry, Sweep } from '../../house/module.ts';
import { handle } from '../../http/handle.ts';
import { reachesHead } from '../records.ts';
import { blankHeads, claimOldMoves, endMoves, lockHeads, lockMoves } from './bin-store.ts';
import { outcome } from './judge.ts';
import { purgeAlong } from './run-participants.ts';

const BATCH = 100;

async function purge(
  tx: Tx,
  registry: Registry,
  moves: readonly RowOf<'record_moves'>[],
  reason: string | null,
): Promise<void> {
  const heads = await lockHeads(
    tx,
    moves.map(({ recordId }) => recordId),
  );
  await purgeAlong(tx, registry, heads);
  await blankHeads(tx, heads);
  await endMoves(tx, moves, 'purged', reason);
}

/** Removes what lies in the recycle bin for 30 days, and what is left of records merged that long ago. */
export const sweepBin: Sweep = {
  name: 'records.purge',
  due: 'sweep.record_moves_old',
  everySeconds: 3_600,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'records.purge', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const moves = await claimOldMoves(tx, BATCH);
      if (moves.length > 0) await purge(tx, services.registry, moves, null);
      return moves.length === BATCH;
    });
  },
};

/** Removes records of the recycle bin for good at once; why is kept. */
export const purgeRecords = handle(protocol.purgeRecords, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const ids = [...new Set(input.ids)];
  const seen = (await lockHeads(tx, ids)).filter((head) => reachesHead(actor, registry, { ...head, deletedAt: null }));
  const moves = await lockMoves(
    tx,
    'delete',
    seen.map(({ id }) => id),
  );
  await purge(tx, registry, moves, input.reason);
  const gone = new Set(moves.map(({ recordId }) => recordId));
  return { items: ids.map((id) => (gone.has(id) ? outcome(id, 'done') : outcome(id, 'not_found', 'not_found'))) };
});
