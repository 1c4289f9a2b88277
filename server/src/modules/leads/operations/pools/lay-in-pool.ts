import type { Why } from '@dealtrail/protocol/kernel';
import type { Tx } from '../../../../kernel/db/index.ts';
import { tellPooled } from '../../events.ts';
import { watchPooled } from '../../intake/start-pooled.ts';
import { choosePool, type ChosenPool } from '../../rules/pools/choose-pool.ts';
import type { Pool } from '../../rules/pools/default-pool.ts';
import { type LeadRow, saveOwner } from '../../store/lead-store.ts';
import { insertMoves } from '../../store/pools/move-store.ts';
import { readPools } from '../../store/pools/pool-store.ts';
import { endLead } from '../end-lead.ts';

/** How and why leads go into a pool. */
export interface Laying {
  readonly how: 'returned' | 'recycled' | 'undone';
  /** Name of who gives them back; empty where a rule does. */
  readonly by: string;
  readonly why: readonly Why[];
  /** A listed reason, for the history of moves. */
  readonly reason: string | null;
  readonly ruleId?: string;
  /** The pool a rule names; absent: the one whose conditions fit. */
  readonly poolId?: string | null;
}

function poolFor(lead: LeadRow, pools: readonly Pool[], wanted: string | null | undefined): ChosenPool {
  const named = pools.find(({ id }) => id === wanted);
  if (named) return { poolId: named.id, poolName: named.name, why: [] };
  return choosePool({ ...lead, source: lead.sourceListed ? lead.source : null }, pools);
}

/**
 * Lays locked open leads of an owner into the pool each belongs to: their clocks end, what ran over stays a breach of the
 * one who had them; open tasks and a pause end; a high priority waits for its next owner under a clock.
 */
export async function layInPools(tx: Tx, leads: readonly LeadRow[], laying: Laying): Promise<LeadRow[]> {
  if (leads.length === 0) return [];
  const pools = await readPools(tx);
  const { how, by, why, reason, ruleId } = laying;
  const laid: { lead: LeadRow; pool: ChosenPool; formerOwnerId: string | null }[] = [];
  for (const lead of leads) {
    const pool = poolFor(lead, pools, laying.poolId);
    await endLead(tx, lead.id);
    const saved = await saveOwner(
      tx,
      lead,
      { ownerId: null, departmentId: null },
      {
        state: 'unassigned',
        poolId: pool.poolId,
        pooledAt: tx.time.now(),
        claimedFrom: null,
        protectedUntil: null,
        assignedAt: null,
        assignedWhy: [...why, ...pool.why],
        firstTouchAt: null,
        pausedUntil: null,
        pauseReason: null,
        pauseNote: null,
      },
    );
    laid.push({ lead: saved, pool, formerOwnerId: lead.ownerId });
  }
  await watchPooled(
    tx,
    laid.map(({ lead }) => lead),
  );
  await insertMoves(
    tx,
    leads.map((lead, i) => ({
      leadId: lead.id,
      how,
      fromOwnerId: lead.ownerId,
      fromPoolId: null,
      toOwnerId: null,
      toPoolId: laid[i]?.pool.poolId ?? null,
      byId: tx.origin.actorId,
      reason,
      ruleId: ruleId ?? null,
    })),
  );
  for (const { lead, pool, formerOwnerId } of laid) {
    const told = { how, by, pool: pool.poolName, poolId: pool.poolId, why, formerOwnerId };
    tellPooled(tx, lead.id, { ...told, ...(ruleId ? { ruleId } : {}) });
  }
  return laid.map(({ lead }) => lead);
}
