import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../../kernel/db/index.ts';
import { defaultPool, type Pool } from '../../rules/pools/default-pool.ts';
import { leadPoolsTable } from './pool-tables.ts';

/** Query for the pools an organisation keeps, in the order they are tried. */
export function poolsQuery(orgId: string) {
  return sql<Pool>`
    select id, name, position, is_default, active, conditions, department_ids, member_ids, role_keys,
      daily_limit, hold_limit, protection_days, former_owner_days, version
    from seen.lead_pools where org_id = ${orgId}::uuid order by is_default, position, id`;
}

/** The pools of an organisation; the shipped default pool stands where none was saved yet. */
export const poolsOr = (rows: readonly Pool[]): readonly Pool[] => (rows.length > 0 ? rows : [defaultPool]);

/** The pools as a transaction finds them. */
export async function readPools(tx: Tx): Promise<readonly Pool[]> {
  return poolsOr(await tx.many(poolsQuery(tx.orgId)));
}

/** A pool as an administrator writes it. */
export type WrittenPool = Omit<NewRow<'lead_pools'>, 'position' | 'isDefault' | 'version'>;

/** Replaces the pools by these, in their order; those that stay keep their id and history. */
export async function replacePools(tx: Tx, written: readonly WrittenPool[]): Promise<void> {
  const kept = await tx.many(sql<RowOf<'lead_pools'>>`
    select * from app.lead_pools where org_id = ${tx.orgId}::uuid order by id for update`);
  for (const row of kept) {
    if (!written.some(({ id }) => id === row.id)) await tx.remove(leadPoolsTable, row);
  }
  for (const [index, pool] of written.entries()) {
    const row = kept.find(({ id }) => id === pool.id);
    const more = { position: index + 1, isDefault: pool.id === defaultPool.id };
    if (row) await tx.update(leadPoolsTable, row, { ...pool, ...more });
    else await tx.insert(leadPoolsTable, [{ ...pool, ...more, version: 1 }]);
  }
}

/** Query for how many leads lie in each pool; those in the recycle bin do not count. */
export function poolLoadsQuery(orgId: string) {
  return sql<{ poolId: string; leads: number }>`
    select l.pool_id, count(*)::int as leads from seen.leads l
    where l.org_id = ${orgId}::uuid and l.pool_id is not null
      and not exists (select 1 from seen.records gone where gone.org_id = l.org_id and gone.id = l.id and gone.deleted_at is not null)
    group by l.pool_id`;
}
