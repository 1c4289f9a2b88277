import * as protocol from '@dealtrail/protocol/opportunities';
import { startClockOn, stopClocks } from '../../../kernel/clocks/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { recordFollowUp } from '../../activities/index.ts';
import { lockForChange, saveOpportunity } from '../store/opportunity-store.ts';
import { showOpportunity } from '../store/opportunity-view.ts';

/** Records a follow-up on an opportunity; an effective contact restarts its stagnation clock. */
export const recordOpportunityFollowUp = handle(protocol.recordOpportunityFollowUp, async ({ actor, tx, input, time, services }) => {
  const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.followUp');
  const { id: recordId, ...written } = input;
  const followUp = await recordFollowUp(tx, { recordId, actor, services, input: written, ownerId: opportunity.ownerId, departmentId: opportunity.departmentId, stateAfter: null });
  if (followUp.outcome === 'reached' && opportunity.state === 'open') {
    await saveOpportunity(tx, opportunity, { lastMovementAt: new Date(followUp.occurredAt) });
    await stopClocks(tx, { recordId: opportunity.id, event: 'opportunities.moved', at: new Date(followUp.occurredAt) });
    await startClockOn(tx, { policyKey: 'stagnation', recordId: opportunity.id, ownerId: opportunity.ownerId, startedAt: new Date(followUp.occurredAt) });
  }
  return { followUp, opportunity: await showOpportunity(tx, actor, opportunity.id, time) };
});
