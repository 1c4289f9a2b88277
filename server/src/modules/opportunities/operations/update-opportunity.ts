import * as protocol from '@dealtrail/protocol/opportunities';
import type { Input } from '@dealtrail/protocol/kernel';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockHeads, saveHeads } from '../../../kernel/records/records.ts';
import { weightedMinor } from '../rules/weighted.ts';
import type { SalesProcess } from '../rules/sales-process.ts';
import { lockForChange, type OpportunityChange, saveOpportunities } from '../store/opportunity-store.ts';
import { searchableTexts, showOpportunity } from '../store/opportunity-view.ts';
import { processesOf } from '../store/process-store.ts';

type Given = Input<typeof protocol.updateOpportunity>;
type Row = RowOf<'opportunities'>;

/** A locked opportunity and what somebody says of it; a probability of null returns to the one of its stage. */
export interface OpportunityEdit {
  readonly opportunity: Row;
  readonly input: Given;
}

/** Refuses to change what is won, lost or invalid (409 `opportunity_closed`). */
export function refuseClosed({ state }: Row): void {
  if (state !== 'open') throw problem('opportunity_closed');
}

const toldOf = ({ id: _id, version: _version, probability: _probability, ...rest }: Given) =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));

function patchOf({ opportunity, input }: OpportunityEdit, process: SalesProcess): OpportunityChange['patch'] {
  const ofStage =
    process.stages.find((stage) => stage.key === opportunity.stageKey)?.probability ?? opportunity.probability;
  const { probability: asked, amountMinor = opportunity.amountMinor } = input;
  const probability = asked === undefined ? opportunity.probability : (asked ?? ofStage);
  return {
    ...toldOf(input),
    probability,
    ...(asked === undefined ? {} : { probabilitySet: asked !== null }),
    weightedMinor: weightedMinor(amountMinor, probability),
  };
}

async function rename(tx: Tx, edits: readonly OpportunityEdit[]): Promise<void> {
  const names = new Map(edits.flatMap(({ opportunity, input }) => (input.name ? [[opportunity.id, input.name]] : [])));
  const renamed = edits.filter(({ opportunity, input }) => input.name && input.name !== opportunity.name);
  if (renamed.length === 0) return;
  const ids = renamed.map(({ opportunity }) => opportunity.id);
  const heads = await lockHeads(tx, ids);
  const texts = new Map((await searchableTexts(tx, ids)).map((found) => [found.id, found.texts]));
  await saveHeads(
    tx,
    heads.map((head) => ({
      head,
      patch: { title: names.get(head.id) ?? head.title, searchable: texts.get(head.id) ?? [] },
    })),
  );
}

/** Changes facts of locked open opportunities that the actor may change, one or many; returns them in order. */
export async function changeOpportunities(tx: Tx, edits: readonly OpportunityEdit[]): Promise<Row[]> {
  const processOf = await processesOf(
    tx,
    edits.map(({ opportunity }) => opportunity),
  );
  const saved = await saveOpportunities(
    tx,
    edits.map((edit) => ({ opportunity: edit.opportunity, patch: patchOf(edit, processOf(edit.opportunity)) })),
  );
  await rename(tx, edits);
  for (const [i, { id, version }] of saved.entries()) {
    tx.publish({
      type: 'opportunities.updated',
      recordId: id,
      recordVersion: version,
      data: { fields: Object.keys(toldOf((edits[i] as OpportunityEdit).input)) },
    });
  }
  return saved;
}

/** Changes facts of an opportunity. */
export const updateOpportunity = handle(protocol.updateOpportunity, async ({ actor, tx, input, time }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.update', input.version);
  if (input.version === undefined) throw problem('version_required');
  refuseClosed(opportunity);
  await changeOpportunities(tx, [{ opportunity, input }]);
  return showOpportunity(tx, actor, input.id, time);
});
