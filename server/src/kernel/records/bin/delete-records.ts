import * as protocol from '@dealtrail/protocol/records';
import type { RecordOutcome } from '@dealtrail/protocol/records';
import type { Actor } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import type { Registry } from '../../house/module.ts';
import { handle } from '../../http/handle.ts';
import { insertMoves, lockHeads, markHeads } from './bin-store.ts';
import { judge, outcome, sorted } from './judge.ts';
import { moveAlong, obstaclesTo } from './run-participants.ts';

/**
 * Moves records to the recycle bin in one transaction, each with its own outcome: what the actor may not delete or what
 * something stands against stays, the others go. Every chapter does its part.
 */
export async function deleteMany(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  ids: readonly string[],
  reason: string | null,
): Promise<RecordOutcome[]> {
  const heads = await lockHeads(tx, ids);
  const { allowed, outcomes } = judge(actor, registry, ids, heads, ({ deletedAt }) => deletedAt !== null);
  const { free, refused } = sorted(allowed, await obstaclesTo(tx, registry, allowed), 'not_deletable');
  const notes = await moveAlong(tx, registry, free);
  await markHeads(
    tx,
    free.map(({ id }) => id),
    tx.time.now(),
  );
  await insertMoves(
    tx,
    free.map(({ id }) => ({ recordId: id, kind: 'delete', intoId: null, reason, notes: notes.get(id) ?? {} })),
  );
  for (const { id, kind } of free) {
    tx.publish({
      type: 'records.deleted',
      recordId: id,
      data: { kind },
      text: {
        key: reason === null ? 'records.event.deleted' : 'records.event.deleted_because',
        params: { by: actor.name, ...(reason === null ? {} : { reason }) },
      },
    });
  }
  const all = new Map([...outcomes, ...refused.map((one): [string, RecordOutcome] => [one.id, one])]);
  return ids.map((id) => all.get(id) ?? outcome(id, 'done'));
}

/** Moves records to the recycle bin, where they can be taken back for 30 days. */
export const deleteRecords = handle(protocol.deleteRecords, async ({ actor, tx, input, services }) => ({
  items: await deleteMany(tx, actor, services.registry, input.ids, input.reason ?? null),
}));
