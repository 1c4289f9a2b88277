import type { Why } from '@dealtrail/protocol/kernel';
import type { Tx } from '../../../../kernel/db/index.ts';
import { tellPooled } from '../../events.ts';
import { watchPooled } from '../../intake/start-pooled.ts';
import { choosePool, type ChosenPool } from '../../rules/pools/choose-pool.ts';
import type { Pool } from '../../rules/pools/default-pool.ts';
import { type LeadRow, type OwnerChange, saveOwners } from '../../store/lead-store.ts';
import { insertMoves } from '../../store/pools/move-store.ts';
import { readPools } from '../../store/pools/pool-store.ts';
import { endLeads } from '../end-lead.ts';

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

/** A lead as it lies in a pool: nobody's, and nobody's promise any more. */
function pooledPatch(tx: Tx, why: readonly Why[], pool: ChosenPool): OwnerChange['patch'] {
  return {
    ownerId: null,
    departmentId: null,
    state: 'unassigned',
    poolId: pool.poolId,
    pooledAt: tx.time.now(),
    claimedFrom: null,
    protectedUntil: null,
    assignedAt: null,
    // Whoever claims it has it from the pool, not from marketing.
    screenerId: null,
    acceptedAt: null,
    assignedWhy: [...why, ...pool.why],
    firstTouchAt: null,
    pausedUntil: null,
    pauseReason: null,
    pauseNote: null,
  };
}

/**
 * Lays locked open leads of an owner into the pool each belongs to: their clocks end, what ran over stays a breach of the
 * one who had them; open tasks and a pause end; a high priority waits for its next owner under a clock.
 */
export async function layInPools(tx: Tx, leads: readonly LeadRow[], laying: Laying): Promise<LeadRow[]> {
  if (leads.length === 0) return [];
  const pools = await readPools(tx);
  const { how, by, why, reason, ruleId } = laying;
  const chosen = leads.map((lead) => poolFor(lead, pools, laying.poolId));
  await endLeads(
    tx,
    leads.map(({ id }) => id),
  );
  const saved = await saveOwners(
    tx,
    leads.map((lead, i) => ({ lead, patch: pooledPatch(tx, why, chosen[i] as ChosenPool) })),
  );
  await watchPooled(tx, saved);
  await insertMoves(
    tx,
    leads.map((lead, i) => ({
      leadId: lead.id,
      how,
      fromOwnerId: lead.ownerId,
      fromPoolId: null,
      toOwnerId: null,
      toPoolId: chosen[i]?.poolId ?? null,
      byId: tx.origin.actorId,
      reason,
      ruleId: ruleId ?? null,
    })),
  );
  for (const [i, { id, ownerId: formerOwnerId }] of leads.entries()) {
    const { poolId, poolName } = chosen[i] as ChosenPool;
    const told = { how, by, pool: poolName, poolId, why, formerOwnerId };
    tellPooled(tx, id, { ...told, ...(ruleId ? { ruleId } : {}) });
  }
  return saved;
}
