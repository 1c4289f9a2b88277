import type { Passed } from '@dealtrail/protocol/kernel';
import type { PoolSetting, RecycleRule, savePoolSettings, saveRecycleRules } from '@dealtrail/protocol/leads';

/** A pool as it is sent: its place is its position in the list. */
export type WrittenPool = Passed<typeof savePoolSettings>['body']['items'][number];
/** A rule for taking back as it is sent. */
export type WrittenRecycleRule = Passed<typeof saveRecycleRules>['body']['items'][number];

/** What settings send of a pool they read. */
export function writtenPool({
  isDefault: _default,
  version: _version,
  leads: _leads,
  ...pool
}: PoolSetting): WrittenPool {
  return pool;
}

/** What settings send of a rule they read. */
export function writtenRecycleRule({ version: _version, holdsFrom: _from, ...rule }: RecycleRule): WrittenRecycleRule {
  return rule;
}

/** The pools with a new one before the default pool, which takes what the others leave. */
export function withNewPool(pools: readonly PoolSetting[], pool: WrittenPool): WrittenPool[] {
  const others = pools.filter(({ isDefault }) => !isDefault).map(writtenPool);
  return [...others, pool, ...pools.filter(({ isDefault }) => isDefault).map(writtenPool)];
}
