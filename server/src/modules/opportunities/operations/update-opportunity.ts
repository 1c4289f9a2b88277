import * as protocol from '@dealtrail/protocol/opportunities';
import type { Input } from '@dealtrail/protocol/kernel';
import { recordsTable } from '../../../kernel/db/kernel-tables.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { saveHead } from '../../../kernel/records/records.ts';
import { weightedMinor } from '../rules/weighted.ts';
import { lockForChange, saveOpportunity } from '../store/opportunity-store.ts';
import { searchableTexts, showOpportunity } from '../store/opportunity-view.ts';
import { processOf } from '../store/process-store.ts';

type Given = Input<typeof protocol.updateOpportunity>;

/**
 * Changes facts of a locked opportunity that the actor may change, one or as one of many; a probability of null returns
 * to the one of its stage. Refuses before it writes.
 */
export async function changeOpportunity(
  tx: Tx,
  opportunity: RowOf<'opportunities'>,
  input: Given,
): Promise<RowOf<'opportunities'>> {
  if (opportunity.state !== 'open') throw problem('opportunity_closed');
  const { id, version: _version, probability: asked, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const process = await processOf(tx, opportunity);
  const ofStage =
    process.stages.find((stage) => stage.key === opportunity.stageKey)?.probability ?? opportunity.probability;
  const probability = asked === undefined ? opportunity.probability : (asked ?? ofStage);
  const amountMinor = input.amountMinor === undefined ? opportunity.amountMinor : input.amountMinor;
  const saved = await saveOpportunity(tx, opportunity, {
    ...given,
    probability,
    ...(asked === undefined ? {} : { probabilitySet: asked !== null }),
    weightedMinor: weightedMinor(amountMinor, probability),
  });
  if (input.name !== undefined && input.name !== opportunity.name) {
    const head = await tx.lock(recordsTable, { id });
    const [found] = await searchableTexts(tx, [id]);
    if (head) await saveHead(tx, head, { title: input.name, searchable: found?.texts ?? [] });
  }
  tx.publish({
    type: 'opportunities.updated',
    recordId: id,
    recordVersion: saved.version,
    data: { fields: Object.keys(given) },
  });
  return saved;
}

/** Changes facts of an opportunity. */
export const updateOpportunity = handle(protocol.updateOpportunity, async ({ actor, tx, input, time }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.update', input.version);
  if (input.version === undefined) throw problem('version_required');
  await changeOpportunity(tx, opportunity, input);
  return showOpportunity(tx, actor, input.id, time);
});
