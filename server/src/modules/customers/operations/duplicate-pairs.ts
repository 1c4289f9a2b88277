import * as protocol from '@dealtrail/protocol/customers';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import * as store from '../store/duplicate-pair-store.ts';
import { lastSearchQuery } from '../store/match-run-store.ts';

/** 稍后: asked again after this many days. */
const LATER_DAYS = 14;
const DAY = 86_400_000;

/** Pairs of records that may be one and wait for somebody to decide. */
export const listDuplicatePairs = handleRead(protocol.listDuplicatePairs, async ({ actor, read, input, time }) => {
  const now = time.now();
  const [pairs, [count], [search]] = await read.all([
    store.waitingPairsQuery(actor, now, input.kind),
    store.countWaitingQuery(actor, now, input.kind),
    lastSearchQuery(actor.orgId),
  ]);
  const items = pairs.map(({ one, other, mergeable, points, foundAt, reasons, grade, recordKind }) => ({
    recordKind,
    grade,
    points: points / 10,
    reasons: [...reasons],
    foundAt: foundAt.toISOString(),
    records: [one, other].map((side) => ({ ...side, createdAt: new Date(side.createdAt).toISOString() })),
    abilities: { merge: mergeable },
  }));
  return {
    items,
    waiting: count?.waiting ?? 0,
    searchedAt: (search?.endedAt ?? search?.madeAt)?.toISOString() ?? null,
  };
});

/** Says of two records that they are not one, or that it is decided later. */
export const decideDuplicatePair = handle(
  protocol.decideDuplicatePair,
  async ({ actor, tx, input, time, services }) => {
    const [one, other] = [...new Set(input.records)].toSorted();
    if (one === undefined || other === undefined) throw problem('not_found');
    const heads = [];
    for (const id of [one, other]) heads.push(await lockVisibleHead(tx, actor, id, services.registry, 'update'));
    const [kind, second] = heads.map((head) => head.kind);
    if (kind !== second || (kind !== 'lead' && kind !== 'customer')) throw problem('not_found');
    const { decision } = input;
    const until = decision === 'later' ? new Date(time.now().getTime() + LATER_DAYS * DAY) : null;
    await store.decidePair(tx, [one, other], kind, decision === 'open' ? null : decision, until);
    return { decision };
  },
);
