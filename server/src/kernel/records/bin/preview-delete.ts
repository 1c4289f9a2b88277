import * as protocol from '@dealtrail/protocol/records';
import type { Along } from '@dealtrail/protocol/records';
import type { Going } from '../../house/participant.ts';
import { handle } from '../../http/handle.ts';
import { KEPT_DAYS, lockHeads } from './bin-store.ts';
import { judge, sorted } from './judge.ts';
import { goingAlong, obstaclesTo } from './run-participants.ts';

function summed(going: readonly Going[]): Along[] {
  const sums = new Map<string, number>();
  for (const { key, count } of going) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].filter(([, count]) => count > 0).map(([key, count]) => ({ key, count }));
}

/** Tells what deleting these records would do. Asked in a transaction, so that it judges exactly as the deed does. */
export const previewDelete = handle(protocol.previewDelete, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const heads = await lockHeads(tx, input.ids);
  const { allowed, outcomes } = judge(actor, registry, input.ids, heads, ({ deletedAt }) => deletedAt !== null);
  const { free, refused } = sorted(allowed, await obstaclesTo(tx, registry, allowed), 'not_deletable');
  const going = await goingAlong(tx, registry, free);
  const against = new Map(refused.map((one) => [one.id, one]));
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
