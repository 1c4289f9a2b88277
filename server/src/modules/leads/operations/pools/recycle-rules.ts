import * as protocol from '@dealtrail/protocol/leads';
import { handle, handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { readPools } from '../../store/pools/pool-store.ts';
import { trialCountQuery, trialOwnersQuery, trialSamplesQuery } from '../../store/pools/recycle-query.ts';
import { type RecycleRuleRow, recycleRulesQuery, replaceRecycleRules } from '../../store/pools/recycle-store.ts';

const SOON_DAYS = 7;

function present(rules: readonly RecycleRuleRow[]): protocol.RecycleRule[] {
  return rules.map(({ position: _position, nextAt: _nextAt, holdsFrom, ...rule }) => ({
    ...(rule as unknown as Omit<protocol.RecycleRule, 'holdsFrom'>),
    holdsFrom: holdsFrom?.toISOString() ?? null,
  }));
}

/** Rules by which leads are taken back into a pool. */
export const listRecycleRules = handleRead(protocol.listRecycleRules, async ({ actor, read }) => ({
  items: present(await read.many(recycleRulesQuery(actor.orgId))),
}));

/** Replaces the rules; one that is new or decides otherwise takes nothing for three days. */
export const saveRecycleRules = handle(protocol.saveRecycleRules, async ({ actor, tx, input }) => {
  const pools = new Set((await readPools(tx)).map(({ id }) => id));
  const unknown = input.items.find(({ poolId }) => poolId !== null && !pools.has(poolId));
  if (unknown) throw problem('pool_unknown', { params: { rule: unknown.name } });
  await replaceRecycleRules(
    tx,
    input.items.map(({ id, ...rule }) => ({ ...rule, id: id ?? tx.time.newId() })),
  );
  return { items: present(await tx.many(recycleRulesQuery(actor.orgId))) };
});

/** Says which leads a rule would take back if it held already, and within seven days; saves nothing. */
export const tryRecycleRule = handleRead(protocol.tryRecycleRule, async ({ actor, read, input, time }) => {
  const now = time.now();
  const until = new Date(now.getTime() + SOON_DAYS * 86_400_000);
  const terms = { ...input, notBefore: null };
  const [[counts], owners, samples] = await read.all([
    trialCountQuery(actor.orgId, terms, now, until),
    trialOwnersQuery(actor.orgId, terms, now),
    trialSamplesQuery(actor.orgId, terms, until),
  ]);
  return {
    now: counts?.now ?? 0,
    soon: counts?.soon ?? 0,
    owners: [...owners],
    samples: samples.map(({ takesAt, ...lead }) => ({ ...lead, takesAt: takesAt.toISOString() })),
  };
});
