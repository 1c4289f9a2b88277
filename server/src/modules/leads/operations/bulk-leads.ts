import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../kernel/access/index.ts';
import { type BulkBefore, bulkKind, type BulkOutcome, bulkRoute, eachOnItsOwn } from '../../../kernel/bulk/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { findTaker, handBack, handOver, type HeldBefore } from '../intake/hand-over.ts';
import { factsOf, type LeadFacts } from '../intake/lead-facts.ts';
import { saveFacts } from '../intake/save-facts.ts';
import { isClosed, refuseClosedLead } from '../lead-states.ts';
import type { SourceMap } from '../rules/source.ts';
import { leadSubjectsQuery, type LeadSubject } from '../store/bulk-query.ts';
import { leadList } from '../store/lead-list.ts';
import { type LeadPatch, type LeadRow, lockLeads } from '../store/lead-store.ts';
import { readSources } from '../store/source-store.ts';
import { assignSubjects, claimAll, claimSubjects, layBack, returnAll, undoSubjects } from './pools/bulk-pools.ts';
import { refuseReturn, refuseSilence } from './pools/return-lead.ts';
import { refuseStranger } from './pools/lock-to-assign.ts';
import { changeLead } from './update-lead.ts';

type Action = protocol.LeadBulkAction;
type Edit = Extract<Action, { do: 'edit' }>['set'];
type Assign = Extract<Action, { do: 'assign' }>;
type Return = Extract<Action, { do: 'return' }>;

const permissions: Readonly<Record<Action['do'], string>> = {
  assign: 'leads.assign',
  edit: 'leads.update',
  claim: 'leads.claim',
  return: 'leads.release',
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

/** Locks these leads and gives each to `work`, or refuses it: unseen, not allowed, or what `work` refuses. */
async function onEach(
  tx: Tx,
  ids: readonly string[],
  asked: () => Promise<readonly LeadSubject[]>,
  work: (lead: LeadRow) => Promise<BulkOutcome>,
): Promise<BulkOutcome[]> {
  const locked = new Map((await lockLeads(tx, ids)).map((lead) => [lead.id, lead]));
  const subjects = await asked();
  const allowed = new Map(subjects.map((subject) => [subject.id, subject.allowed]));
  const outcomes: BulkOutcome[] = [];
  for (const id of ids) {
    const outcome = await eachOnItsOwn(async () => {
      const lead = locked.get(id);
      if (!lead || !allowed.has(id)) throw problem('not_found');
      if (!allowed.get(id)) throw problem('not_allowed');
      return work(lead);
    });
    outcomes.push(outcome);
  }
  return outcomes;
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
  const sources = await readSources(tx);
  const { set } = action;
  return onEach(
    tx,
    ids,
    () => subjectsOf(tx, ids, action, actor),
    async (lead) => {
      refuseClosedLead(lead);
      if (isAsAsked(lead, set)) return 'unchanged';
      const saved = await changeLead(tx, actor, lead, { ...set, id: lead.id }, sources);
      return { changed: { version: saved.version, before: beforeEdit(lead, set) } };
    },
  );
}

async function assignAll(tx: Tx, ids: readonly string[], action: Assign, actor: Actor): Promise<BulkOutcome[]> {
  const taker = await findTaker(tx, action.ownerId, tx.time.today(actor.organization.zone));
  const going: LeadRow[] = [];
  const outcomes = await onEach(
    tx,
    ids,
    () => subjectsOf(tx, ids, action, actor),
    async (lead) => {
      refuseClosedLead(lead);
      if (lead.ownerId === taker.id) return 'unchanged';
      going.push(lead);
      if (lead.poolId !== null) refuseStranger(actor, lead, taker);
      const { ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom, poolId } = lead;
      const before = { ownerId, departmentId, state, assignedAt, assignedWhy, firstTouchAt, claimedFrom, poolId };
      return { changed: { version: 0, before } };
    },
  );
  const given = await handOver(tx, going, taker, { by: actor.name, reason: action.reason });
  const versions = new Map(given.map(({ id, version }) => [id, version]));
  return outcomes.map((outcome, i) =>
    typeof outcome === 'object' && 'changed' in outcome
      ? { changed: { ...outcome.changed, version: versions.get(ids[i] as string) ?? 0 } }
      : outcome,
  );
}

async function returnMany(tx: Tx, ids: readonly string[], action: Return, actor: Actor): Promise<BulkOutcome[]> {
  refuseSilence(action);
  const going: LeadRow[] = [];
  const outcomes = await onEach(
    tx,
    ids,
    () => subjectsOf(tx, ids, action, actor),
    async (lead) => {
      refuseReturn(lead);
      going.push(lead);
      return 'unchanged';
    },
  );
  const returned = await returnAll(tx, going, action, actor);
  return outcomes.map((outcome, i) => returned.get(ids[i] as string) ?? outcome);
}

/** Takes an edit back: facts through the same judging, what was overridden as it stood. */
async function unedit(tx: Tx, lead: LeadRow, before: BulkBefore['before'], sources: SourceMap): Promise<LeadRow> {
  const own = new Set<string>([...judged.intent, ...judged.priority]);
  const entries = Object.entries(before);
  const facts = Object.fromEntries(entries.filter(([name]) => !own.has(name))) as Partial<LeadFacts>;
  const more = Object.fromEntries(entries.filter(([name]) => own.has(name))) as LeadPatch;
  const [saved = lead] = await saveFacts(tx, [{ lead, facts: { ...factsOf(lead), ...facts }, more }], sources);
  return saved;
}

async function unassign(tx: Tx, lead: LeadRow, kept: BulkBefore['before'], actor: Actor): Promise<LeadRow> {
  if (typeof kept['poolId'] === 'string') return layBack(tx, lead, kept['poolId'], actor);
  const before = kept as unknown as Omit<HeldBefore, 'assignedAt' | 'firstTouchAt'> & {
    assignedAt: string | null;
    firstTouchAt: string | null;
  };
  if (before.ownerId === null) throw problem('member_unavailable', { params: { name: '' } });
  const former = await findTaker(tx, before.ownerId, tx.time.today(actor.organization.zone));
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return handBack(tx, lead, {
    ...before,
    ownerId: former.id,
    assignedAt: moment(before.assignedAt),
    firstTouchAt: moment(before.firstTouchAt),
  });
}

async function undoAll(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const sources = await readSources(tx);
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ids = changes.map(({ id }) => id);
  return onEach(
    tx,
    ids,
    () => undoSubjects(tx, ids, action, actor),
    async (lead) => {
      const change = wanted.get(lead.id);
      if (!change || change.version !== lead.version) return { refused: { key: 'bulk.why.changed_since', params: {} } };
      const saved = await (action.do === 'edit'
        ? unedit(tx, lead, change.before, sources)
        : unassign(tx, lead, change.before, actor));
      tx.publish({
        type: 'leads.updated',
        recordId: saved.id,
        recordVersion: saved.version,
        data: { fields: Object.keys(change.before) },
        text: { key: 'leads.event.bulk_undone', params: { by: actor.name } },
      });
      return { changed: { version: saved.version, before: {} } };
    },
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
    if (action.do === 'return' && ownerId === null) return { key: 'problem.lead_in_pool', params: {} };
    return unclaimable;
  },
  apply(tx, ids, action, actor) {
    if (action.do === 'assign') return assignAll(tx, ids, action, actor);
    if (action.do === 'claim') return claimAll(tx, ids, actor);
    return action.do === 'return' ? returnMany(tx, ids, action, actor) : editAll(tx, ids, action, actor);
  },
  undo: undoAll,
});

/** Assigns or changes many leads. */
export const bulkLeads = bulkRoute(leadBulk, protocol.bulkLeads);
