import type { LeadBulkAction } from '@dealtrail/protocol/leads';
import { type Actor, may } from '../../../../kernel/access/index.ts';
import { type BulkOutcome, type Changed, eachOnItsOwn } from '../../../../kernel/bulk/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { type LeadSubject, leadSubjectsQuery, pooledSubjectsQuery } from '../../store/bulk-query.ts';
import { type LeadRow, lockLeads } from '../../store/lead-store.ts';
import { takeOut } from './claim-lead.ts';
import { ClaimDesk } from './claim-desk.ts';
import { layInPools } from './lay-in-pool.ts';
import { readPoolsInSight } from './pools-in-sight.ts';
import { giveBack } from './return-lead.ts';

type Back = Extract<LeadBulkAction, { do: 'return' }>;

/** A lead somebody wants to claim: let pass, or why not. */
type Judged = { readonly id: string; readonly lead?: LeadRow; readonly refused?: BulkOutcome };

/** Judges claims in their order, each counted before the next. */
async function judgeClaims(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Judged[]> {
  const locked = new Map((await lockLeads(tx, ids)).map((lead) => [lead.id, lead]));
  const desk = await ClaimDesk.open(tx, actor, ids);
  const judged: Judged[] = [];
  for (const id of ids) {
    const lead = locked.get(id);
    const outcome = await eachOnItsOwn(async () => {
      await desk.admit(tx, lead);
      return 'unchanged';
    });
    judged.push(outcome === 'unchanged' && lead ? { id, lead } : { id, refused: outcome });
  }
  return judged;
}

/** The pool leads among these that the member sees, each with why they could not claim it. */
export async function claimSubjects(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LeadSubject[]> {
  const judged = new Map((await judgeClaims(tx, actor, ids)).map((each) => [each.id, each]));
  const subjects = await poolSubjects(tx, actor, ids);
  return subjects.map((subject) => {
    const refused = judged.get(subject.id)?.refused;
    return typeof refused === 'object' && 'refused' in refused ? { ...subject, unclaimable: refused.refused } : subject;
  });
}

/** The leads among these that lie in a pool the member sees. */
async function poolSubjects(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LeadSubject[]> {
  const pools = await readPoolsInSight(tx, actor);
  if (pools.length === 0) return [];
  const poolIds = pools.map(({ pool }) => pool.id);
  return tx.many(pooledSubjectsQuery(tx.orgId, ids, poolIds));
}

/** Leads that may be assigned together: those in reach, and those in a pool in sight. */
export async function assignSubjects(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LeadSubject[]> {
  const own = await tx.many(leadSubjectsQuery(actor, ids, 'leads.assign'));
  if (!may(actor, 'leads.claim')) return own;
  const rest = ids.filter((id) => !own.some((subject) => subject.id === id && subject.allowed));
  const pooled = rest.length > 0 ? await poolSubjects(tx, actor, rest) : [];
  return [...own.filter(({ id }) => !pooled.some((subject) => subject.id === id)), ...pooled];
}

/** The leads among these whose change the member may take back: what they claimed, what they gave back, what they reach. */
export async function undoSubjects(
  tx: Tx,
  ids: readonly string[],
  action: LeadBulkAction,
  actor: Actor,
): Promise<LeadSubject[]> {
  if (action.do === 'return') return poolSubjects(tx, actor, ids);
  const verbs = {
    assign: 'leads.assign',
    edit: 'leads.update',
    judge: 'leads.manageRules',
    claim: 'leads.release',
    pass_on: 'leads.screen',
  } as const;
  return tx.many(leadSubjectsQuery(actor, ids, verbs[action.do]));
}

/** Claims leads, as many as past and limits let pass. */
export async function claimAll(tx: Tx, ids: readonly string[], actor: Actor): Promise<BulkOutcome[]> {
  const judged = await judgeClaims(tx, actor, ids);
  const taken = await takeOut(
    tx,
    actor,
    judged.flatMap(({ lead }) => lead ?? []),
  );
  const versions = new Map(taken.map(({ id, version }) => [id, version]));
  return judged.map(({ id, lead, refused }) => {
    if (refused) return refused;
    return { changed: { version: versions.get(id) ?? 0, before: { poolId: lead?.poolId ?? null } } };
  });
}

/** Gives locked leads of an owner back; what each was before is kept for taking that back. */
export async function returnAll(tx: Tx, leads: readonly LeadRow[], action: Back, actor: Actor): Promise<Changed[]> {
  const laid = await giveBack(tx, actor, leads, action);
  return leads.map(({ ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom }, i) => ({
    version: laid[i]?.version ?? 0,
    before: { ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom },
  }));
}

/** Lays leads back into the pool an act on many took them from. */
export async function layBack(tx: Tx, leads: readonly LeadRow[], poolId: string, actor: Actor): Promise<LeadRow[]> {
  const why = [{ key: 'leads.why.pool.undone', params: { by: actor.name } }];
  return layInPools(tx, leads, { how: 'undone', by: actor.name, why, reason: null, poolId });
}
