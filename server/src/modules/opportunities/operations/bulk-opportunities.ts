import * as protocol from '@dealtrail/protocol/opportunities';
import type { Actor } from '../../../kernel/access/index.ts';
import {
  actOnAll,
  type BulkBefore,
  bulkKind,
  type BulkOutcome,
  bulkRoute,
  changedSince,
  type Chosen,
} from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { lockOpportunities, opportunitySubjectsQuery, type OpportunitySubject } from '../store/bulk-query.ts';
import { tellHandedOver, tellOwners } from '../events.ts';
import { opportunityList } from '../store/opportunity-list.ts';
import { findSellers, type OpportunityHandOver, saveOwners, sellerAmong } from '../store/opportunity-owner.ts';
import { changeOpportunities, type OpportunityEdit, refuseClosed } from './update-opportunity.ts';

type Action = protocol.OpportunityBulkAction;
type Edit = Extract<Action, { do: 'edit' }>;
type Assign = Extract<Action, { do: 'assign' }>;
type Row = RowOf<'opportunities'>;

const permissionFor = (action: Action): string =>
  action.do === 'assign' ? 'opportunities.assign' : 'opportunities.update';

/** What undoing gives back; a probability of the stage goes back to that. */
function beforeOf(row: Row, set: Edit['set']): Record<string, unknown> {
  return {
    ...(set.expectedCloseOn === undefined ? {} : { expectedCloseOn: row.expectedCloseOn }),
    ...(set.probability === undefined ? {} : { probability: row.probabilitySet ? row.probability : null }),
    ...(set.competitor === undefined ? {} : { competitor: row.competitor }),
  };
}

function isAsAsked(row: Row, set: Edit['set']): boolean {
  const now = beforeOf(row, set);
  return Object.entries(set).every(([name, value]) => now[name] === value);
}

async function chosen(tx: Tx, actor: Actor, ids: readonly string[], action: Action): Promise<Chosen<Row>> {
  const rows = await lockOpportunities(tx, ids);
  return { ids, rows, subjects: await tx.many(opportunitySubjectsQuery(actor, ids, permissionFor(action))) };
}

async function editAll(tx: Tx, ids: readonly string[], action: Edit, actor: Actor): Promise<BulkOutcome[]> {
  const { set } = action;
  return actOnAll<Row, OpportunityEdit>(
    await chosen(tx, actor, ids, action),
    (opportunity) => {
      refuseClosed(opportunity);
      if (isAsAsked(opportunity, set)) return 'unchanged';
      return { change: { opportunity, input: { ...set, id: opportunity.id } } };
    },
    async (edits) => {
      const saved = await changeOpportunities(tx, edits);
      return edits.map(({ opportunity }, i) => ({
        version: saved[i]?.version ?? 0,
        before: beforeOf(opportunity, set),
      }));
    },
  );
}

async function assignAll(tx: Tx, ids: readonly string[], action: Assign, actor: Actor): Promise<BulkOutcome[]> {
  const owner = sellerAmong(await findSellers(tx, [action.ownerId]), action.ownerId);
  const params = { by: actor.name, owner: owner.name, reason: action.reason };
  return actOnAll<Row, OpportunityHandOver>(
    await chosen(tx, actor, ids, action),
    (opportunity) => {
      refuseClosed(opportunity);
      return opportunity.ownerId === owner.id ? 'unchanged' : { change: { opportunity, owner } };
    },
    async (changes) => {
      const saved = await saveOwners(tx, changes);
      tellOwners(tx, saved, { key: 'opportunities.event.assigned', params });
      tellHandedOver(tx, saved, owner.id, params);
      return changes.map(({ opportunity: { ownerId, departmentId } }, i) => ({
        version: saved[i]?.version ?? 0,
        before: { ownerId, departmentId },
      }));
    },
  );
}

/** Whose each opportunity was before, as long as they may still work on opportunities. */
async function formerOwners(
  tx: Tx,
  changes: readonly BulkBefore[],
): Promise<(row: Row) => OpportunityHandOver['owner']> {
  const before = new Map(changes.map((change) => [change.id, change.before['ownerId'] as string]));
  const sellers = await findSellers(tx, [...before.values()]);
  return ({ id }) => sellerAmong(sellers, before.get(id) ?? '');
}

async function undoAll(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ownerOf = action.do === 'assign' ? await formerOwners(tx, changes) : undefined;
  const ids = changes.map(({ id }) => id);
  return actOnAll<Row, OpportunityEdit & { owner?: OpportunityHandOver['owner'] | undefined }>(
    await chosen(tx, actor, ids, action),
    (opportunity) => {
      const change = wanted.get(opportunity.id);
      if (!change || change.version !== opportunity.version) return changedSince;
      refuseClosed(opportunity);
      const input = { ...(change.before as Edit['set']), id: opportunity.id };
      return { change: { opportunity, input, owner: ownerOf?.(opportunity) } };
    },
    async (back) => {
      const owned = back.flatMap(({ opportunity, owner }) => (owner ? [{ opportunity, owner }] : []));
      const saved = await (action.do === 'assign' ? saveOwners(tx, owned) : changeOpportunities(tx, back));
      if (action.do === 'assign')
        tellOwners(tx, saved, { key: 'opportunities.event.bulk_undone', params: { by: actor.name } });
      return saved.map(({ version }) => ({ version, before: {} }));
    },
  );
}

/** Opportunities that are handed over or changed together. */
export const opportunityBulk = bulkKind<Action, OpportunitySubject>({
  kind: 'opportunity',
  list: opportunityList,
  permissionFor,
  subjects: (tx, ids, action, actor) => tx.many(opportunitySubjectsQuery(actor, ids, permissionFor(action))),
  refusal: ({ state }) => (state === 'open' ? undefined : { key: 'problem.opportunity_closed', params: {} }),
  apply: (tx, ids, action, actor) =>
    action.do === 'assign' ? assignAll(tx, ids, action, actor) : editAll(tx, ids, action, actor),
  undo: undoAll,
});

/** Hands over or changes many opportunities. */
export const bulkOpportunities = bulkRoute(opportunityBulk, protocol.bulkOpportunities);
