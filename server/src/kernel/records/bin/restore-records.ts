import * as protocol from '@dealtrail/protocol/records';
import type { RecordOutcome } from '@dealtrail/protocol/records';
import type { Actor } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import type { Registry } from '../../house/module.ts';
import type { Head } from '../../house/participant.ts';
import { handle } from '../../http/handle.ts';
import { endMoves, lockHeads, lockMoves, markHeads } from './bin-store.ts';
import { judge, outcome, sorted } from './judge.ts';
import { byKind, obstaclesToUndo, undoAlong } from './run-participants.ts';

/** Puts records back on the desk that nothing stands against, with everything that went along. */
async function bringBack(tx: Tx, actor: Actor, registry: Registry, heads: readonly Head[]): Promise<void> {
  const moves = await lockMoves(
    tx,
    'delete',
    heads.map(({ id }) => id),
  );
  await markHeads(
    tx,
    heads.map(({ id }) => id),
    null,
  );
  await undoAlong(tx, registry, heads, new Map(moves.map(({ recordId, notes }) => [recordId, notes])));
  await endMoves(tx, moves, 'undone');
  for (const { id, kind } of heads) {
    tx.publish({
      type: 'records.restored',
      recordId: id,
      data: { kind },
      text: { key: 'records.event.restored', params: { by: actor.name } },
    });
  }
}

/** Takes records out of the recycle bin in one transaction, each with its own outcome. */
async function restoreMany(tx: Tx, actor: Actor, registry: Registry, ids: readonly string[]): Promise<RecordOutcome[]> {
  const heads = (await lockHeads(tx, ids)).filter(({ purgedAt }) => purgedAt === null);
  const { allowed, outcomes } = judge(actor, registry, ids, heads, ({ deletedAt }) => deletedAt === null);
  const refusals: RecordOutcome[] = [];
  for (const group of byKind(registry, allowed)) {
    const { free, refused } = sorted(group, await obstaclesToUndo(tx, registry, group), 'not_restorable');
    refusals.push(...refused);
    await bringBack(tx, actor, registry, free);
  }
  const all = new Map([...outcomes, ...refusals.map((one): [string, RecordOutcome] => [one.id, one])]);
  return ids.map((id) => all.get(id) ?? outcome(id, 'done'));
}

/** Takes records out of the recycle bin; what now stands against one is said. */
export const restoreRecords = handle(protocol.restoreRecords, async ({ actor, tx, input, services }) => ({
  items: await restoreMany(tx, actor, services.registry, input.ids),
}));
