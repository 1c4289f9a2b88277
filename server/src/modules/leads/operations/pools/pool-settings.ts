import * as protocol from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { departmentsExist, membersExist } from '../../../organization/index.ts';
import { defaultPool, type Pool } from '../../rules/pools/default-pool.ts';
import { poolLoadsQuery, poolsOr, poolsQuery, readPools, replacePools } from '../../store/pools/pool-store.ts';

type Loads = readonly { readonly poolId: string; readonly leads: number }[];

function present(pools: readonly Pool[], loads: Loads): protocol.PoolSetting[] {
  return poolsOr(pools).map(({ position: _position, ...pool }) => ({
    ...pool,
    departmentIds: [...pool.departmentIds],
    memberIds: [...pool.memberIds],
    roleKeys: [...pool.roleKeys],
    leads: loads.find(({ poolId }) => poolId === pool.id)?.leads ?? 0,
  }));
}

/** Refuses to remove a pool in which leads lie, those of the recycle bin too. */
async function refuseLoss(tx: Tx, stays: ReadonlySet<string>): Promise<void> {
  const pools = await readPools(tx);
  for (const pool of pools) {
    if (stays.has(pool.id)) continue;
    const left = await tx.maybe(sql<{ id: string }>`
      select l.id from seen.leads l where l.org_id = ${tx.orgId}::uuid and l.pool_id = ${pool.id}::uuid limit 1`);
    if (left) throw problem('pool_not_empty', { params: { pool: pool.name } });
  }
}

/** The pools in the order they are tried, the default pool last. */
export const listPoolSettings = handleRead(protocol.listPoolSettings, async ({ actor, read }) => {
  const [pools, loads] = await read.all([poolsQuery(actor.orgId), poolLoadsQuery(actor.orgId)]);
  return { items: present(pools, loads) };
});

/** Replaces the pools; the default pool always stays and stays open, and one with leads cannot be removed. */
export const savePoolSettings = handle(protocol.savePoolSettings, async ({ actor, tx, input }) => {
  const asked = input.items.map(({ id, ...pool }) => ({ ...pool, id: id ?? tx.time.newId() }));
  const rest = asked.find(({ id }) => id === defaultPool.id);
  if (!rest?.active) throw problem('pool_default_needed');
  await refuseLoss(tx, new Set(asked.map(({ id }) => id)));
  await membersExist(tx, [...new Set(asked.flatMap(({ memberIds }) => memberIds))], 'items');
  await departmentsExist(tx, [...new Set(asked.flatMap(({ departmentIds }) => departmentIds))], 'items');
  await replacePools(tx, asked);
  return { items: present(await tx.many(poolsQuery(actor.orgId)), await tx.many(poolLoadsQuery(actor.orgId))) };
});
