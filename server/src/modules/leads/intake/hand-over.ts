import { sql } from 'kysely';
import { endClocks, moveClocks, resumeClocks, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { cancelOpenTasks, handOverTasks } from '../../activities/index.ts';
import { LEAD_HANDED_ON, LEAD_TAKEN_AWAY } from '../clocks.ts';
import { tellAssigned, tellBatch } from '../events.ts';
import { isWorkedOn } from '../lead-states.ts';
import type { Pool } from '../rules/pools/default-pool.ts';
import { type LeadRow, type OwnerChange, saveOwners } from '../store/lead-store.ts';
import { insertGifts } from '../store/giving/gift-store.ts';
import { insertMoves } from '../store/pools/move-store.ts';
import { readPools } from '../store/pools/pool-store.ts';
import type { Given } from './distribution.ts';
import { titleOf } from './normalise-lead.ts';
import { startLeads } from './start-lead.ts';

const DAY_MS = 86_400_000;

/** Somebody who may be given leads. */
export interface Taker {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
}

/** A member who may be given leads today: active, present, and allowed to follow up; undefined for any other. */
export async function findPresentTaker(tx: Tx, memberId: string, today: string): Promise<Taker | undefined> {
  const taker = await candidate(tx, memberId, today);
  return taker?.absent ? undefined : taker;
}

function candidate(tx: Tx, memberId: string, today: string) {
  return tx.maybe(sql<Taker & { absent: boolean }>`
    select m.id, m.name, m.department_id,
      (m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from <= ${today}::date, true) and coalesce(m.absent_until >= ${today}::date, true) as absent
    from seen.members m where m.org_id = ${tx.orgId}::uuid and m.id = ${memberId}::uuid and m.active
      and exists(select 1 from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'leads.followUp')`);
}

/** The same, refused with the member's name where they cannot take leads now. */
export async function findTaker(tx: Tx, memberId: string, today: string): Promise<Taker> {
  const taker = await candidate(tx, memberId, today);
  if (!taker || taker.absent) {
    throw problem('member_unavailable', {
      params: { name: taker?.name ?? '' },
      fields: [{ path: 'ownerId', code: 'member_unavailable', message: '这位同事现在不能接线索' }],
    });
  }
  return taker;
}

/** How leads go to their new owner. */
export interface HandingOver {
  readonly by: string;
  readonly reason: string;
  /** True where the new owner took them out of a pool. */
  readonly claimed?: boolean;
  /** Where rules chose the new owner: what they said of each lead, by its id. */
  readonly ruled?: ReadonlyMap<string, Given>;
  /** The day of the organisation, where rules chose. */
  readonly today?: string;
  /** What the change of hands is kept as, where it is more than a hand-over. */
  readonly move?: 'passed_on' | 'refused';
}

/** What a lead takes along from the pool it lay in: why it was given, its protection, and whose limit it counts to. */
function fromPool(tx: Tx, lead: LeadRow, pools: readonly Pool[], { by, reason, claimed = false, ruled }: HandingOver) {
  const chosen = ruled?.get(lead.id);
  if (chosen) return { why: chosen.why, claimedFrom: null, protectedUntil: null };
  const pool = pools.find(({ id }) => id === lead.poolId);
  const byHand = { key: 'leads.why.assign.by_hand', params: { by, reason } };
  if (!pool) return { why: [byHand], claimedFrom: null, protectedUntil: null };
  return {
    why: [claimed ? { key: 'leads.why.assign.claimed', params: { by, pool: pool.name } } : byHand],
    claimedFrom: claimed ? pool.id : null,
    protectedUntil: new Date(tx.time.now().getTime() + pool.protectionDays * DAY_MS),
  };
}

/** Notes who had each lead before, which decides who may claim it later (R16). */
async function noteMoves(tx: Tx, leads: readonly LeadRow[], taker: Taker, how: HandingOver) {
  const { reason, claimed, ruled, move } = how;
  await insertMoves(
    tx,
    leads.map((lead) => ({
      leadId: lead.id,
      how: move ?? (claimed ? 'claimed' : lead.poolId === null ? 'handed' : 'assigned'),
      fromOwnerId: lead.ownerId,
      fromPoolId: lead.poolId,
      toOwnerId: taker.id,
      toPoolId: null,
      byId: tx.origin.actorId,
      reason: claimed ? null : reason,
      ruleId: ruled?.get(lead.id)?.ruleId ?? null,
    })),
  );
}

/** Notes what a rule gave anew, by the day of the organisation. */
async function noteGifts(tx: Tx, ids: readonly string[], { ruled, today }: HandingOver): Promise<void> {
  if (!ruled || today === undefined) return;
  const gifts = ids.flatMap((leadId) => {
    const given = ruled.get(leadId);
    return given?.ruleId ? [{ leadId, ruleId: given.ruleId, memberId: given.ownerId }] : [];
  });
  await insertGifts(tx, today, gifts);
}

/** Ends what the assignments before set going: first touches, and pauses that were somebody else's. */
async function endFormerAssignments(tx: Tx, leads: readonly LeadRow[]): Promise<void> {
  const ids = leads.map(({ id }) => id);
  await stopClocks(tx, { recordId: ids, event: LEAD_HANDED_ON, at: tx.time.now() });
  await endClocks(tx, ids, ['first_touch'], LEAD_TAKEN_AWAY);
  await cancelOpenTasks(tx, ids, ['first_touch']);
  await resumeClocks(
    tx,
    leads.filter(({ pausedUntil }) => pausedUntil !== null).map(({ id }) => id),
  );
}

/** A lead as its new owner has it: to be touched for the first time. */
function givenPatch(tx: Tx, lead: LeadRow, taker: Taker, taken: ReturnType<typeof fromPool>): OwnerChange['patch'] {
  const { why, claimedFrom, protectedUntil } = taken;
  return {
    ownerId: taker.id,
    departmentId: taker.departmentId,
    state: isWorkedOn(lead.state) ? lead.state : 'assigned',
    poolId: null,
    pooledAt: null,
    claimedFrom,
    protectedUntil,
    assignedAt: tx.time.now(),
    assignedWhy: why,
    firstTouchAt: null,
    pausedUntil: null,
    pauseReason: null,
    pauseNote: null,
  };
}

/**
 * Hands locked open leads to one member, one or many, from an owner or out of a pool; their first touch begins anew, open
 * promises and clocks go along. Many are told to the new owner in one message.
 */
export async function handOver(tx: Tx, leads: readonly LeadRow[], taker: Taker, how: HandingOver): Promise<LeadRow[]> {
  const pools = leads.some(({ poolId }) => poolId !== null) ? await readPools(tx) : [];
  await endFormerAssignments(tx, leads);
  const given = await saveOwners(
    tx,
    leads.map((lead) => ({ lead, patch: givenPatch(tx, lead, taker, fromPool(tx, lead, pools, how)) })),
  );
  const ids = given.map(({ id }) => id);
  await handOverTasks(tx, ids, taker.id);
  await noteMoves(tx, leads, taker, how);
  await noteGifts(tx, ids, how);
  await moveClocks(tx, ids, taker.id);
  const due = await startLeads(
    tx,
    given.map(({ id, intent, priority, complete, ...lead }, i) => ({
      id,
      title: titleOf(lead) ?? '',
      ownerId: taker.id,
      intent,
      priority,
      // Nobody had to complete it in the pool; from an owner the clock comes along.
      ...(leads[i]?.poolId == null ? {} : { complete }),
      passedOn: leads[i]?.state === 'screening',
      fallback: how.ruled?.get(id)?.how === 'fallback',
    })),
  );
  const batch = given.length > 1;
  for (const { id, assignedWhy } of given) {
    const to = { ownerId: taker.id, ownerName: taker.name, why: assignedWhy };
    const chosen = how.ruled?.get(id);
    const told = chosen?.how ?? (how.claimed ? 'claim' : 'hand');
    tellAssigned(tx, id, { ...to, ruleId: chosen?.ruleId ?? null }, told, batch);
  }
  if (batch && !how.claimed) {
    tellBatch(
      tx,
      ids.flatMap((leadId) => {
        const dueAt = due.get(leadId);
        return dueAt ? [{ leadId, ownerId: taker.id, dueAt }] : [];
      }),
    );
  }
  return given;
}

/** What a lead had before it was handed over. */
export type HeldBefore = Pick<
  LeadRow,
  'ownerId' | 'departmentId' | 'state' | 'assignedAt' | 'assignedWhy' | 'firstTouchAt' | 'claimedFrom'
>;

/** What a pool ended begins anew: the first touch that was not made, and what the lead lacks. */
async function startAgain(tx: Tx, leads: readonly LeadRow[]): Promise<void> {
  await stopClocks(tx, { recordId: leads.map(({ id }) => id), event: LEAD_HANDED_ON, at: tx.time.now() });
  await startLeads(
    tx,
    leads.flatMap(({ id, ownerId, intent, priority, complete, firstTouchAt, ...lead }) =>
      ownerId === null || firstTouchAt !== null
        ? []
        : [{ id, title: titleOf(lead) ?? '', ownerId, intent, priority, complete }],
    ),
  );
}

/** A lead on its way back, as it was held before. */
export interface GoingBack {
  readonly lead: LeadRow;
  readonly before: HeldBefore & { readonly ownerId: string };
}

/** Gives leads back as they were held: promises and clocks too; a first touch that was made needs not be made again. */
export async function handBack(tx: Tx, back: readonly GoingBack[]): Promise<LeadRow[]> {
  const touched = back.filter(({ before }) => before.firstTouchAt !== null).map(({ lead }) => lead.id);
  await endClocks(tx, touched, ['first_touch'], LEAD_TAKEN_AWAY);
  await cancelOpenTasks(tx, touched, ['first_touch']);
  const saved = await saveOwners(
    tx,
    back.map(({ lead, before }) => ({ lead, patch: { ...before, poolId: null, pooledAt: null } })),
  );
  await insertMoves(
    tx,
    back.map(({ lead, before }) => ({
      leadId: lead.id,
      how: 'undone',
      fromOwnerId: lead.ownerId,
      fromPoolId: lead.poolId,
      toOwnerId: before.ownerId,
      toPoolId: null,
      byId: tx.origin.actorId,
      reason: null,
      ruleId: null,
    })),
  );
  for (const [ownerId, mine] of Map.groupBy(back, ({ before }) => before.ownerId)) {
    const ids = mine.map(({ lead }) => lead.id);
    await handOverTasks(tx, ids, ownerId);
    await moveClocks(tx, ids, ownerId);
  }
  await startAgain(
    tx,
    saved.filter((_, i) => back[i]?.lead.poolId !== null),
  );
  return saved;
}
