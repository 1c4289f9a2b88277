import type { Level } from '@dealtrail/protocol/leads';
import type { Actor } from '../../../kernel/access/index.ts';
import { startClocksOn } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { tellPooled } from '../events.ts';
import { insertMoves } from '../store/pools/move-store.ts';
import type { NewLeadParts } from './new-lead.ts';

/** A high priority wants an owner within a day, wherever the lead lies (R19). */
export async function watchPooled(tx: Tx, leads: readonly { readonly id: string; readonly priority: Level }[]) {
  const urgent = leads.filter(({ priority }) => priority === 'high');
  await startClocksOn(
    tx,
    urgent.map(({ id }) => ({ policyKey: 'assign_high', recordId: id, ownerId: null })),
  );
}

/** Notes and tells those of new leads that were laid into a pool. */
export async function startPooled(
  tx: Tx,
  actor: Actor,
  leads: readonly { readonly row: { id: string; priority: Level }; readonly given: NewLeadParts['given'] }[],
): Promise<void> {
  const laid = leads.flatMap(({ row, given }) => (given.how === 'pool' ? [{ row, given }] : []));
  if (laid.length === 0) return;
  await watchPooled(
    tx,
    laid.map(({ row }) => row),
  );
  await insertMoves(
    tx,
    laid.map(({ row, given }) => ({
      leadId: row.id,
      how: 'laid',
      fromOwnerId: null,
      fromPoolId: null,
      toOwnerId: null,
      toPoolId: given.poolId,
      byId: actor.memberId,
      reason: null,
      ruleId: null,
    })),
  );
  for (const { row, given } of laid) {
    tellPooled(tx, row.id, { how: 'laid', pool: given.poolName, poolId: given.poolId, by: actor.name, why: given.why });
  }
}
