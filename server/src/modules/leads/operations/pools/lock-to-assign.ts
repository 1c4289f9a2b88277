import { type Actor, may, reaches } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import type { Taker } from '../../intake/hand-over.ts';
import { type LeadRow, lockForChange, lockLeads } from '../../store/lead-store.ts';
import { readPoolsInSight } from './pools-in-sight.ts';

/**
 * Locks a lead that is to be given to somebody: one in reach, or one in a pool in sight, which nobody owns. 404 unseen, 403
 * seen but not theirs to give.
 */
export async function lockToAssign(tx: Tx, actor: Actor, id: string): Promise<LeadRow> {
  const [lead] = await lockLeads(tx, [id]);
  if (lead?.poolId != null && may(actor, 'leads.assign')) {
    const pools = await readPoolsInSight(tx, actor);
    if (pools.some(({ pool }) => pool.id === lead.poolId)) return lead;
  }
  return lockForChange(tx, actor, id, 'leads.assign');
}

/** Refuses to give a pool's lead to somebody outside the reach of the one who assigns (403). */
export function refuseStranger(actor: Actor, { id }: Pick<LeadRow, 'id'>, taker: Taker): void {
  const given = { id, ownerId: taker.id, departmentId: taker.departmentId };
  if (!reaches(actor, 'leads.assign', given)) throw problem('not_allowed');
}
