import {
  listPoolLeads,
  listPoolMoves,
  listPools,
  listPoolSettings,
  listRecycleRules,
  poolStatistics,
  type PoolTraffic,
} from '@dealtrail/protocol/leads';
import { useList, useOperation } from '../../kernel/client/index.ts';
import { writeFilter } from '../../kit/filter/index.ts';
import type { PoolLook } from './parts/pools/use-pool-look.ts';

/** The pools in sight, with what lies there and what may still be claimed. */
export function usePools() {
  return useOperation(listPools, {}, { live: ['lead'] });
}

/** Leads of one pool that are asked for, page by page. */
export function usePoolLeads(poolId: string, { filter, q, sort }: Pick<PoolLook, 'filter' | 'q' | 'sort'>) {
  const query = { filter: writeFilter(filter), q: q || undefined, sort };
  return useList(listPoolLeads, { params: { id: poolId }, query }, { live: ['lead'], enabled: poolId !== '' });
}

/** The pools as an administrator writes them. */
export function usePoolSettings() {
  return useOperation(listPoolSettings, {});
}

/** Rules by which leads are taken back. */
export function useRecycleRules() {
  return useOperation(listRecycleRules, {});
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The traffic of each pool in sight. */
export function usePoolStatistics(days: Days) {
  return useOperation(poolStatistics, { query: { ...days } }, { keep: true });
}

/** The moves behind a number. */
export function usePoolMoves(poolId: string, what: PoolTraffic, days: Days) {
  return useOperation(listPoolMoves, { params: { id: poolId }, query: { ...days, what } });
}
