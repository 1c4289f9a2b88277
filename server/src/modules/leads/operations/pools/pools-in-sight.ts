import { type Actor, may } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { chainOf } from '../../intake/distribution.ts';
import type { Pool } from '../../rules/pools/default-pool.ts';
import { isPoolMember } from '../../rules/pools/pool-members.ts';
import { poolsOr, poolsQuery } from '../../store/pools/pool-store.ts';
import { type DepartmentRow, departmentsQuery } from '../../store/giving/roster-query.ts';

/** A pool in a member's sight. */
export interface PoolInSight {
  readonly pool: Pool;
  /** False for who only looks after it. */
  readonly mayClaim: boolean;
}

/** What decides which pools a member sees, to be asked in one flight. */
export const sightQueries = (orgId: string) => [poolsQuery(orgId), departmentsQuery(orgId)] as const;

/** The pools a member claims from, and all of them for who writes their rules. */
export function poolsInSight(
  actor: Actor,
  rows: readonly Pool[],
  departments: readonly DepartmentRow[],
): PoolInSight[] {
  if (!may(actor, 'leads.claim')) return [];
  const person = {
    memberId: actor.memberId,
    departmentIds: chainOf(actor.departmentId, departments),
    roleKeys: actor.roles.map(({ key }) => key),
  };
  const works = may(actor, 'leads.followUp');
  return poolsOr(rows)
    .map((pool) => ({ pool, member: isPoolMember(pool, person) }))
    .filter(({ member }) => member || may(actor, 'leads.manageRules'))
    .map(({ pool, member }) => ({ pool, mayClaim: member && works }));
}

/** The same inside a transaction that changes something. */
export async function readPoolsInSight(tx: Tx, actor: Actor): Promise<PoolInSight[]> {
  const [pools, departments] = sightQueries(tx.orgId);
  return poolsInSight(actor, await tx.many(pools), await tx.many(departments));
}
