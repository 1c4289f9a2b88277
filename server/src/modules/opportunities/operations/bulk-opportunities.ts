import * as protocol from '@dealtrail/protocol/opportunities';
import type { Actor } from '../../../kernel/access/index.ts';
import { type BulkBefore, bulkKind, type BulkOutcome, bulkRoute, eachOnItsOwn } from '../../../kernel/bulk/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockOpportunities, opportunitySubjectsQuery, type OpportunitySubject } from '../store/bulk-query.ts';
import { opportunityList } from '../store/opportunity-list.ts';
import { changeOpportunity } from './update-opportunity.ts';

type Action = protocol.OpportunityBulkAction;
type Row = RowOf<'opportunities'>;

async function onEach(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  work: (row: Row) => Promise<BulkOutcome>,
): Promise<BulkOutcome[]> {
  const locked = new Map((await lockOpportunities(tx, ids)).map((row) => [row.id, row]));
  const subjects = await tx.many(opportunitySubjectsQuery(actor, ids));
  const allowed = new Map(subjects.map((subject) => [subject.id, subject.allowed]));
  const outcomes: BulkOutcome[] = [];
  for (const id of ids) {
    const outcome = await eachOnItsOwn(async () => {
      const row = locked.get(id);
      if (!row || !allowed.has(id)) throw problem('not_found');
      if (!allowed.get(id)) throw problem('not_allowed');
      return work(row);
    });
    outcomes.push(outcome);
  }
  return outcomes;
}

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

function editAll(tx: Tx, ids: readonly string[], { set }: Action, actor: Actor): Promise<BulkOutcome[]> {
  return onEach(tx, actor, ids, async (row) => {
    if (row.state === 'open' && isAsAsked(row, set)) return 'unchanged';
    const saved = await changeOpportunity(tx, row, { ...set, id: row.id });
    return { changed: { version: saved.version, before: beforeOf(row, set) } };
  });
}

function undoAll(tx: Tx, changes: readonly BulkBefore[], _action: Action, actor: Actor): Promise<BulkOutcome[]> {
  const wanted = new Map(changes.map((change) => [change.id, change]));
  const ids = changes.map(({ id }) => id);
  return onEach(tx, actor, ids, async (row) => {
    const change = wanted.get(row.id);
    if (!change || change.version !== row.version) return { refused: { key: 'bulk.why.changed_since', params: {} } };
    const saved = await changeOpportunity(tx, row, { ...(change.before as Action['set']), id: row.id });
    return { changed: { version: saved.version, before: {} } };
  });
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
