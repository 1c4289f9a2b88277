import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { poolLoadsQuery } from '../../store/pools/pool-store.ts';
import { movesQuery, trafficQuery } from '../../store/pools/traffic-query.ts';
import { poolsInSight, sightQueries } from './pools-in-sight.ts';

const nothing = { in: 0, out: 0, claimed: 0, converted: 0, returned: 0, recycled: 0 };

/** What came into each pool in sight, what left it, what was claimed and what of that was converted. */
export const poolStatistics = handleRead(protocol.poolStatistics, async ({ actor, read, input }) => {
  const [rows, departments, loads] = await read.all([...sightQueries(actor.orgId), poolLoadsQuery(actor.orgId)]);
  const pools = poolsInSight(actor, rows, departments).map(({ pool }) => pool);
  const traffic = await read.many(
    trafficQuery(
      actor.orgId,
      pools.map(({ id }) => id),
      input,
    ),
  );
  const items = pools.map(({ id, name }) => {
    const { poolId: _poolId, ...numbers } = traffic.find(({ poolId }) => poolId === id) ?? { poolId: id, ...nothing };
    return { poolId: id, name, leads: loads.find(({ poolId }) => poolId === id)?.leads ?? 0, ...numbers };
  });
  return { items };
});

/** The moves behind a number of the statistics, the newest first. */
export const listPoolMoves = handleRead(protocol.listPoolMoves, async ({ actor, read, input }) => {
  const { id, what, ...period } = input;
  const [rows, departments] = await read.all(sightQueries(actor.orgId));
  const pools = poolsInSight(actor, rows, departments);
  if (!pools.some(({ pool }) => pool.id === id)) throw problem('not_found');
  const moves = await read.many(movesQuery(actor, id, what, period));
  return { items: moves.map(({ movedAt, ...move }) => ({ ...move, movedAt: movedAt.toISOString() })) };
});
