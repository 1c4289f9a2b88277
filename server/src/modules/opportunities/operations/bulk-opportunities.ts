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
import { opportunityList } from '../store/opportunity-list.ts';
import { changeOpportunities, type OpportunityEdit, refuseClosed } from './update-opportunity.ts';

type Action = protocol.OpportunityBulkAction;
type Row = RowOf<'opportunities'>;

/** What undoing gives back; a probability of the stage goes back to that. */
function beforeOf(row: Row, set: Action['set']): Record<string, unknown> {
  return {
    ...(set.expectedCloseOn === undefined ? {} : { expectedCloseOn: row.expectedCloseOn }),
    ...(set.probability === undefined ? {} : { probability: row.probabilitySet ? row.probability : null }),
    ...(set.competitor === undefined ? {} : { competitor: row.competitor }),
  };
}

function isAsAsked(row: Row, set: Action['set']): boolean {
  const now = beforeOf(row, set);
  return Object.entries(set).every(([name, value]) => now[name] === value);
}

async function chosen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Chosen<Row>> {
  const rows = await lockOpportunities(tx, ids);
  return { ids, rows, subjects: await tx.many(opportunitySubjectsQuery(actor, ids)) };
}

async function editAll(tx: Tx, ids: readonly string[], { set }: Action, actor: Actor): Promise<BulkOutcome[]> {
  return actOnAll<Row, OpportunityEdit>(
    await chosen(tx, actor, ids),
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

async function undoAll(tx: Tx, changes: readonly BulkBefore[], _action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ids = changes.map(({ id }) => id);
  return actOnAll<Row, OpportunityEdit>(
    await chosen(tx, actor, ids),
    (opportunity) => {
      const change = wanted.get(opportunity.id);
      if (!change || change.version !== opportunity.version) return changedSince;
      refuseClosed(opportunity);
      return { change: { opportunity, input: { ...(change.before as Action['set']), id: opportunity.id } } };
    },
    async (back) => (await changeOpportunities(tx, back)).map(({ version }) => ({ version, before: {} })),
  );
}

/** Opportunities that are changed together. */
export const opportunityBulk = bulkKind<Action, OpportunitySubject>({
  kind: 'opportunity',
  list: opportunityList,
  permissionFor: () => 'opportunities.update',
  subjects: (tx, ids, _action, actor) => tx.many(opportunitySubjectsQuery(actor, ids)),
  refusal: ({ state }) => (state === 'open' ? undefined : { key: 'problem.opportunity_closed', params: {} }),
  apply: editAll,
  undo: undoAll,
});

/** Changes many opportunities. */
export const bulkOpportunities = bulkRoute(opportunityBulk, protocol.bulkOpportunities);
