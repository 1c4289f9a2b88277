import type { PoolPlace } from './choose-pool.ts';
import type { ClaimTerms } from './judge-claim.ts';
import type { PoolMembership } from './pool-members.ts';

/** A pool as an organisation keeps it. */
export interface Pool extends PoolPlace, PoolMembership, ClaimTerms {
  readonly position: number;
  /** Days after a claim in which no rule takes the lead back. */
  readonly protectionDays: number;
  readonly version: number;
}

/**
 * The pool every organisation has, as it ships: open to everybody who takes leads. Twenty a day and a hundred in hand keep
 * one person from emptying it; thirty days is what a former owner waits (R16).
 */
export const defaultPool: Pool = {
  id: '0199a000-0000-7000-8000-000000000002',
  name: '公共公海',
  position: 1_000,
  isDefault: true,
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  roleKeys: [],
  dailyLimit: 20,
  holdLimit: 100,
  protectionDays: 7,
  formerOwnerDays: 30,
  version: 1,
};
