import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../kernel/access/index.ts';
import {
  actOnAll,
  type BulkBefore,
  bulkKind,
  type BulkOutcome,
  bulkRoute,
  type Changed,
  changedSince,
  type Chosen,
} from '../../../kernel/bulk/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { findTaker, type GoingBack, handBack, handOver, type HeldBefore } from '../intake/hand-over.ts';
import { factsOf, type LeadFacts } from '../intake/lead-facts.ts';
import { type FactsChange, saveFacts } from '../intake/save-facts.ts';
import { isClosed, refuseClosedLead } from '../lead-states.ts';
import { leadSubjectsQuery, type LeadSubject } from '../store/bulk-query.ts';
import { leadList } from '../store/lead-list.ts';
import { type LeadPatch, type LeadRow, lockLeads } from '../store/lead-store.ts';
import { readIntakeRules } from '../judging/intake-rules.ts';
import { passOnAll, screenAgain } from './giving/bulk-screening.ts';
import { refuseUnscreened } from './giving/pass-on-lead.ts';
import { assignSubjects, claimAll, claimSubjects, layBack, returnAll, undoSubjects } from './pools/bulk-pools.ts';
import { refuseReturn, refuseSilence } from './pools/return-lead.ts';
import { refuseStranger } from './pools/lock-to-assign.ts';
import { judgeAll } from './judge-anew.ts';
import { judgeEdit, type LeadEdit, saveEdits } from './update-lead.ts';

type Action = protocol.LeadBulkAction;
type Edit = Extract<Action, { do: 'edit' }>['set'];
type Assign = Extract<Action, { do: 'assign' }>;
type Return = Extract<Action, { do: 'return' }>;
type PassOn = Extract<Action, { do: 'pass_on' }>;

const permissions: Readonly<Record<Action['do'], string>> = {
  assign: 'leads.assign',
  edit: 'leads.update',
  judge: 'leads.manageRules',
  claim: 'leads.claim',
  return: 'leads.release',
  pass_on: 'leads.screen',
};
const permissionFor = (action: Action): string => permissions[action.do];

async function subjectsOf(tx: Tx, ids: readonly string[], action: Action, actor: Actor): Promise<LeadSubject[]> {
  if (action.do === 'claim') return claimSubjects(tx, actor, ids);
  if (action.do === 'assign') return assignSubjects(tx, actor, ids);
  return tx.many(leadSubjectsQuery(actor, ids, permissionFor(action)));
}

/** Columns that say what a person set by hand and why, for the two judgements that may be overridden. */
const judged = {
  intent: ['intent', 'intentRank', 'intentLabel', 'intentWhy', 'intentOverridden'],
  priority: ['priority', 'priorityRank', 'priorityWhy', 'priorityOverridden'],
} as const satisfies Record<string, readonly (keyof LeadRow)[]>;

/** These leads, locked, with what the actor may do. */
async function chosen(tx: Tx, ids: readonly string[], action: Action, actor: Actor): Promise<Chosen<LeadRow>> {
  const rows = await lockLeads(tx, ids);
  return { ids, rows, subjects: await subjectsOf(tx, ids, action, actor) };
}

function beforeEdit(lead: LeadRow, set: Edit): Record<string, unknown> {
  const names = Object.keys(set).flatMap((name): readonly string[] =>
    name === 'intent' || name === 'priority' ? judged[name] : [name],
  );
  return Object.fromEntries(names.map((name) => [name, lead[name as keyof LeadRow]]));
}

function isAsAsked(lead: LeadRow, set: Edit): boolean {
  return Object.entries(set).every(([name, value]) => {
    if (name === 'intent' && !lead.intentOverridden) return false;
    if (name === 'priority' && !lead.priorityOverridden) return false;
    return lead[name as keyof LeadRow] === value;
  });
}

async function editAll(tx: Tx, ids: readonly string[], action: Action & { do: 'edit' }, actor: Actor) {
  const sources = await readIntakeRules(tx);
  const { set } = action;
  return actOnAll<LeadRow, LeadEdit>(
    await chosen(tx, ids, action, actor),
    (lead) => {
      refuseClosedLead(lead);
      if (isAsAsked(lead, set)) return 'unchanged';
      return { change: judgeEdit(actor, lead, { ...set, id: lead.id }, sources) };
    },
    async (edits) => {
      const saved = await saveEdits(tx, actor, edits, sources);
      return edits.map(({ lead }, i) => ({ version: saved[i]?.version ?? 0, before: beforeEdit(lead, set) }));
    },
  );
}

async function assignAll(tx: Tx, ids: readonly string[], action: Assign, actor: Actor): Promise<BulkOutcome[]> {
  const taker = await findTaker(tx, action.ownerId, tx.time.today(actor.organization.zone));
  return actOnAll<LeadRow, LeadRow>(
    await chosen(tx, ids, action, actor),
    (lead) => {
      refuseClosedLead(lead);
      if (lead.ownerId === taker.id) return 'unchanged';
      if (lead.poolId !== null) refuseStranger(actor, lead, taker);
      return { change: lead };
    },
    async (going) => {
      const given = await handOver(tx, going, taker, { by: actor.name, reason: action.reason });
      return going.map((lead, i) => {
        const { ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom, poolId } = lead;
        const before = { ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom, poolId };
        return { version: given[i]?.version ?? 0, before };
      });
    },
  );
}

async function returnMany(tx: Tx, ids: readonly string[], action: Return, actor: Actor): Promise<BulkOutcome[]> {
  refuseSilence(action);
  return actOnAll<LeadRow, LeadRow>(
    await chosen(tx, ids, action, actor),
    (lead) => {
      refuseReturn(lead);
      return { change: lead };
    },
    (going) => returnAll(tx, going, action, actor),
  );
}

async function passOnMany(tx: Tx, ids: readonly string[], action: PassOn, actor: Actor): Promise<BulkOutcome[]> {
  return actOnAll<LeadRow, LeadRow>(
    await chosen(tx, ids, action, actor),
    (lead) => {
      refuseUnscreened(lead);
      return { change: lead };
    },
    (going) => passOnAll(tx, going, action, actor),
  );
}

/** An edit taken back: facts through the same judging, what was overridden as it stood. */
function uneditOf(lead: LeadRow, before: BulkBefore['before']): FactsChange {
  const own = new Set<string>([...judged.intent, ...judged.priority]);
  const entries = Object.entries(before);
  const facts = Object.fromEntries(entries.filter(([name]) => !own.has(name))) as Partial<LeadFacts>;
  const more = Object.fromEntries(entries.filter(([name]) => own.has(name))) as LeadPatch;
  return { lead, facts: { ...factsOf(lead), ...facts }, more };
}

const moment = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

/** What a lead goes back to: its screener, the pool it was taken out of, or its former owner, who must be able to take it. */
type Unassigning =
  | { readonly lead: LeadRow; readonly toScreen: true }
  | { readonly lead: LeadRow; readonly poolId: string }
  | GoingBack;

async function judgeUnassigning(
  tx: Tx,
  lead: LeadRow,
  kept: BulkBefore['before'],
  today: string,
): Promise<Unassigning> {
  const { poolId, ...held } = kept;
  if (typeof poolId === 'string') return { lead, poolId };
  const before = held as unknown as HeldBefore;
  if (before.state === 'screening') return { lead, toScreen: true };
  if (before.ownerId === null) throw problem('member_unavailable', { params: { name: '' } });
  const { id: ownerId } = await findTaker(tx, before.ownerId, today);
  const { assignedAt, firstTouchAt } = before;
  return { lead, before: { ...before, ownerId, assignedAt: moment(assignedAt), firstTouchAt: moment(firstTouchAt) } };
}

async function unassignAll(tx: Tx, back: readonly Unassigning[], actor: Actor): Promise<LeadRow[]> {
  const pooled = back.flatMap((one) => ('poolId' in one ? [one] : []));
  const saved = await handBack(
    tx,
    back.flatMap((one) => ('before' in one ? [one] : [])),
  );
  for (const [poolId, mine] of Map.groupBy(pooled, (one) => one.poolId)) {
    const leads = mine.map(({ lead }) => lead);
    saved.push(...(await layBack(tx, leads, poolId, actor)));
  }
  const screened = back.flatMap((one) => ('toScreen' in one ? [one.lead] : []));
  if (screened.length > 0) saved.push(...(await screenAgain(tx, screened, actor)));
  const byId = new Map(saved.map((lead) => [lead.id, lead]));
  return back.flatMap(({ lead }) => byId.get(lead.id) ?? []);
}

async function undoAll(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const sources = await readIntakeRules(tx);
  const today = tx.time.today(actor.organization.zone);
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ids = changes.map(({ id }) => id);
  const rows = await lockLeads(tx, ids);
  const locked = { ids, rows, subjects: await undoSubjects(tx, ids, action, actor) };
  const beforeOf = ({ id }: LeadRow): BulkBefore['before'] => wanted.get(id)?.before ?? {};
  const stands = (lead: LeadRow): boolean => wanted.get(lead.id)?.version === lead.version;
  const told = (saved: readonly LeadRow[]): Changed[] =>
    saved.map((lead) => {
      tx.publish({
        type: 'leads.updated',
        recordId: lead.id,
        recordVersion: lead.version,
        data: { fields: Object.keys(beforeOf(lead)) },
        text: { key: 'leads.event.bulk_undone', params: { by: actor.name } },
      });
      return { version: lead.version, before: {} };
    });
  if (action.do === 'edit') {
    return actOnAll<LeadRow, FactsChange>(
      locked,
      (lead) => (stands(lead) ? { change: uneditOf(lead, beforeOf(lead)) } : changedSince),
      async (back) => told(await saveFacts(tx, back, sources)),
    );
  }
  if (action.do === 'judge') {
    return actOnAll<LeadRow, FactsChange>(
      locked,
      (lead) => (stands(lead) ? { change: { lead, facts: factsOf(lead), more: beforeOf(lead) } } : changedSince),
      async (back) => told(await saveFacts(tx, back, sources)),
    );
  }
  if (action.do === 'pass_on') {
    return actOnAll<LeadRow, LeadRow>(
      locked,
      (lead) => (stands(lead) ? { change: lead } : changedSince),
      async (back) => told(await screenAgain(tx, back, actor)),
    );
  }
  return actOnAll<LeadRow, Unassigning>(
    locked,
    async (lead) => (stands(lead) ? { change: await judgeUnassigning(tx, lead, beforeOf(lead), today) } : changedSince),
    async (back) => told(await unassignAll(tx, back, actor)),
  );
}

/** Leads that are assigned or changed together. */
export const leadBulk = bulkKind<Action, LeadSubject>({
  kind: 'lead',
  list: leadList,
  permissionFor,
  subjects: subjectsOf,
  refusal({ state, ownerId, unclaimable }, action) {
    if (isClosed(state)) return { key: 'problem.lead_closed', params: { state } };
    if (action.do === 'pass_on' && state !== 'screening')
      return { key: 'problem.lead_not_screening', params: { state } };
    if (action.do === 'return' && ownerId === null) return { key: 'problem.lead_in_pool', params: {} };
    return unclaimable;
  },
  apply(tx, ids, action, actor) {
    if (action.do === 'assign') return assignAll(tx, ids, action, actor);
    if (action.do === 'claim') return claimAll(tx, ids, actor);
    if (action.do === 'judge') return judgeAll(tx, ids, actor);
    if (action.do === 'pass_on') return passOnMany(tx, ids, action, actor);
    return action.do === 'return' ? returnMany(tx, ids, action, actor) : editAll(tx, ids, action, actor);
  },
  undo: undoAll,
});

/** Assigns or changes many leads. */
export const bulkLeads = bulkRoute(leadBulk, protocol.bulkLeads);
