import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { claimedQuery, heldQuery } from '../../store/pools/move-store.ts';
import { poolLoadsQuery } from '../../store/pools/pool-store.ts';
import { poolsInSight, sightQueries } from './pools-in-sight.ts';

type Counts = readonly { readonly poolId: string; readonly leads: number }[];

const countOf = (counts: Counts, id: string): number => counts.find(({ poolId }) => poolId === id)?.leads ?? 0;

/** The pools a member takes leads from or looks after, with what lies there and what they may still claim. */
export const listPools = handleRead(protocol.listPools, async ({ actor, read, time }) => {
  const { orgId, memberId } = actor;
  const [pools, departments, loads, claimed, held] = await read.all([
    ...sightQueries(orgId),
    poolLoadsQuery(orgId),
    claimedQuery(orgId, memberId, time.today(actor.organization.zone)),
    heldQuery(orgId, memberId),
  ]);
  const items = poolsInSight(actor, pools, departments).map(({ pool, mayClaim }) => ({
    id: pool.id,
    name: pool.name,
    isDefault: pool.isDefault,
    leads: countOf(loads, pool.id),
    mayClaim,
    dailyLimit: pool.dailyLimit,
    claimedToday: countOf(claimed, pool.id),
    holdLimit: pool.holdLimit,
    holding: countOf(held, pool.id),
    protectionDays: pool.protectionDays,
    formerOwnerDays: pool.formerOwnerDays,
  }));
  return { items };
});
