import * as protocol from '@dealtrail/protocol/records';
import type { RecordOutcome } from '@dealtrail/protocol/records';
import type { Actor } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import type { Registry } from '../../house/module.ts';
import type { Head } from '../../house/participant.ts';
import { handle } from '../../http/handle.ts';
import { insertMoves, lockHeads, markHeads } from './bin-store.ts';
import { judge, outcome, sorted } from './judge.ts';
import { byKind, moveAlong, obstaclesTo } from './run-participants.ts';

/** Takes records off the desk that nothing stands against, with everything that goes along. */
async function throwAway(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  heads: readonly Head[],
  reason: string | null,
): Promise<void> {
  const notes = await moveAlong(tx, registry, heads);
  await markHeads(
    tx,
    heads.map(({ id }) => id),
    tx.time.now(),
  );
  await insertMoves(
    tx,
    heads.map(({ id }) => ({ recordId: id, kind: 'delete', intoId: null, reason, notes: notes.get(id) ?? {} })),
  );
  for (const { id, kind } of heads) {
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
}

/**
 * Moves records to the recycle bin in one transaction, each with its own outcome: what the actor may not delete or what
 * something stands against stays, the others go. Every chapter does its part.
 */
async function deleteMany(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  ids: readonly string[],
  reason: string | null,
): Promise<RecordOutcome[]> {
  const heads = await lockHeads(tx, ids);
  const { allowed, outcomes } = judge(actor, registry, ids, heads, ({ deletedAt }) => deletedAt !== null);
  const refusals: RecordOutcome[] = [];
  for (const group of byKind(registry, allowed).toReversed()) {
    const { free, refused } = sorted(group, await obstaclesTo(tx, registry, group), 'not_deletable');
    refusals.push(...refused);
    await throwAway(tx, actor, registry, free, reason);
  }
  const all = new Map([...outcomes, ...refusals.map((one): [string, RecordOutcome] => [one.id, one])]);
  return ids.map((id) => all.get(id) ?? outcome(id, 'done'));
}

/** Moves records to the recycle bin, where they can be taken back for 30 days. */
export const deleteRecords = handle(protocol.deleteRecords, async ({ actor, tx, input, services }) => ({
  items: await deleteMany(tx, actor, services.registry, input.ids, input.reason ?? null),
}));
