import * as protocol from '@dealtrail/protocol/opportunities';
import { handle } from '../../../kernel/http/handle.ts';
import { recordFollowUp } from '../../activities/index.ts';
import { lockForChange, saveOpportunity } from '../store/opportunity-store.ts';
import { showOpportunity } from '../store/opportunity-view.ts';

/** Records a follow-up on an opportunity; an effective contact restarts its stagnation clock. */
export const recordOpportunityFollowUp = handle(
  protocol.recordOpportunityFollowUp,
  async ({ actor, tx, input, time }) => {
    const opportunity = await lockForChange(tx, actor, input.id, 'opportunities.followUp');
    const { ownerId, departmentId } = opportunity;
    const { id: recordId, ...written } = input;
    const moves = written.outcome === 'reached' && opportunity.state === 'open';
    const followUp = await recordFollowUp(tx, {
      recordId,
      actor,
      input: written,
      ownerId,
      departmentId,
      stateAfter: null,
      restarts: moves ? ['stagnation'] : [],
    });
    const reachedAt = new Date(followUp.occurredAt);
    if (moves && reachedAt > opportunity.lastMovementAt)
      await saveOpportunity(tx, opportunity, { lastMovementAt: reachedAt });
    return { followUp, opportunity: await showOpportunity(tx, actor, opportunity.id, time) };
  },
);
