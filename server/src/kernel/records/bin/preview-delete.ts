import * as protocol from '@dealtrail/protocol/records';
import type { Along, RecordOutcome } from '@dealtrail/protocol/records';
import type { Going } from '../../house/participant.ts';
import { handle } from '../../http/handle.ts';
import { KEPT_DAYS, lockHeads, markHeads } from './bin-store.ts';
import { judge, sorted } from './judge.ts';
import { byKind, goingAlong, obstaclesTo } from './run-participants.ts';

function summed(going: readonly Going[]): Along[] {
  const sums = new Map<string, number>();
  for (const { key, count } of going) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].filter(([, count]) => count > 0).map(([key, count]) => ({ key, count }));
}

/** Tells what deleting these records would do. Judged exactly as the deed judges. */
export const previewDelete = handle(protocol.previewDelete, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const heads = await lockHeads(tx, input.ids);
  const { allowed, outcomes } = judge(actor, registry, input.ids, heads, ({ deletedAt }) => deletedAt !== null);
  const against = new Map<string, RecordOutcome>();
  const going: Going[] = [];
  // What one record stands against may go with the same call: tried in the order of the deed, and taken back.
  await tx.run({ text: 'savepoint preview', values: [] });
  for (const group of byKind(registry, allowed).toReversed()) {
    const { free, refused } = sorted(group, await obstaclesTo(tx, registry, group), 'not_deletable');
    for (const one of refused) against.set(one.id, one);
    going.push(...(await goingAlong(tx, registry, free)));
    await markHeads(
      tx,
      free.map(({ id }) => id),
      tx.time.now(),
    );
  }
  await tx.run({ text: 'rollback to savepoint preview', values: [] });
  const items = heads.flatMap(({ id, kind, number, title }) => {
    const kept = against.get(id) ?? outcomes.get(id);
    // What they may not see, and what lies in the bin already, is no line of the answer.
    if (kept && kept.outcome !== 'refused') return [];
    const own = going.filter(({ recordId }) => recordId === id);
    const { problem = null, reasons = [] } = kept ?? {};
    return [{ id, kind, number, title, deletable: kept === undefined, problem, reasons, along: summed(own) }];
  });
  return { items, along: summed(going), keptDays: KEPT_DAYS };
});
