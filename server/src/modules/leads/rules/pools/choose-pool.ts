import type { Why } from '@dealtrail/protocol/kernel';
import { fits, type LeadToAssign, type LeadConditions } from '../assignment.ts';
import { why } from '../why.ts';

/** A pool as far as it decides which leads lie in it. */
export interface PoolPlace {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  readonly conditions: LeadConditions;
}

/** The pool a lead belongs to, and why. */
export interface ChosenPool {
  readonly poolId: string;
  readonly poolName: string;
  readonly why: readonly Why[];
}

/** Where a lead lies that nobody owns: in the first open pool whose conditions it meets, else in the default pool. */
export function choosePool(lead: LeadToAssign, pools: readonly PoolPlace[]): ChosenPool {
  for (const pool of pools) {
    if (!pool.active || pool.isDefault) continue;
    const fit = fits(lead, pool.conditions);
    if (!fit) continue;
    const said =
      fit.facts.length === 0
        ? why('leads.why.pool.fits', { pool: pool.name })
        : why('leads.why.pool.fits_with_facts', { pool: pool.name, facts: fit.facts.join(' · ') });
    return { poolId: pool.id, poolName: pool.name, why: [said, ...fit.levels] };
  }
  const rest = pools.find(({ isDefault }) => isDefault);
  if (!rest) throw new RangeError('an organisation without a default pool');
  return { poolId: rest.id, poolName: rest.name, why: [why('leads.why.pool.default', { pool: rest.name })] };
}
