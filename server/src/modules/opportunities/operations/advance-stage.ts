import * as protocol from '@dealtrail/protocol/opportunities';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { nextStage, type SalesProcess, type SalesStage, stageMove } from '../rules/sales-process.ts';
import { unmetGates } from '../rules/stage-gates.ts';
import { weightedMinor } from '../rules/weighted.ts';
import { collectFacts } from '../store/gate-facts.ts';
import { lockForChange, saveStage } from '../store/opportunity-store.ts';
import { showOpportunity } from '../store/opportunity-view.ts';
import { enterStage } from '../store/stage-entry.ts';

function targetStage(process: SalesProcess, from: string, wanted: string | undefined): SalesStage {
  const stage = wanted === undefined ? nextStage(process, from) : process.stages.find((one) => one.key === wanted);
  if (!stage || stageMove(process, from, stage.key) === 'same')
    throw problem('stage_not_reachable', { params: { stage: wanted ?? '' } });
  return stage;
}

/** Moves an opportunity to the next stage once every gate of the stage is met; backwards it asks for a reason. */
export const advanceStage = handle(protocol.advanceStage, async ({ actor, tx, input, time }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.advance', input.version);
  if (opportunity.state !== 'open') throw problem('opportunity_closed');
  const { process, gates, made } = await collectFacts(tx, opportunity);
  const to = targetStage(process, opportunity.stageKey, input.to);
  const unmet = unmetGates(process, gates, to.key, time.today(actor.organization.zone));
  if (unmet.length > 0) throw problem('stage_gate_unmet', { unmet: [...unmet], params: { count: unmet.length } });
  const forward = stageMove(process, opportunity.stageKey, to.key) === 'forward';
  if (!forward && !input.reason)
    throw problem('reason_needed', { fields: [{ path: 'reason', code: 'reason_needed', message: 'reason' }] });
  const probability =
    opportunity.probabilitySet && forward ? Math.max(opportunity.probability, to.probability) : to.probability;
  const madeBefore = made.flatMap(({ stageKey, templateKey }) =>
    stageKey === to.key && templateKey !== null ? [templateKey] : [],
  );
  const stay = {
    stageKey: to.key,
    probability,
    weightedMinor: weightedMinor(opportunity.amountMinor, probability),
    reason: input.reason ?? null,
    movement: forward,
  };
  // Both look before either writes, so that what they write leaves together.
  const [moved] = await Promise.all([
    saveStage(tx, opportunity, stay),
    enterStage(tx, opportunity, to, { forward, madeBefore }),
  ]);
  tx.publish({
    type: forward ? 'opportunities.stage_advanced' : 'opportunities.stage_returned',
    recordId: moved.id,
    recordVersion: moved.version,
    data: { from: opportunity.stageKey, to: to.key },
    text: {
      key: forward ? 'opportunities.event.stage_advanced' : 'opportunities.event.stage_returned',
      params: { by: actor.name, stageZh: to.name.zh, stageEn: to.name.en, reason: input.reason ?? '' },
    },
  });
  return showOpportunity(tx, actor, moved.id, time);
});
