import * as protocol from '@dealtrail/protocol/leads';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { findTaker, handOver } from '../intake/hand-over.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { showLead } from '../store/lead-view.ts';
import { lockToAssign, refuseStranger } from './pools/lock-to-assign.ts';

/** Hands a lead to a member by hand; their first touch begins anew, open promises and clocks go along. */
export const assignLead = handle(protocol.assignLead, async ({ actor, tx, input, time }) => {
  const lead = await lockToAssign(tx, actor, input.id);
  if (input.version !== undefined && input.version !== lead.version) {
    throw problem('stale_version', { current: await showLead(tx, actor, lead.id) });
  }
  refuseClosedLead(lead);
  const taker = await findTaker(tx, input.ownerId, time.today(actor.organization.zone));
  if (lead.poolId !== null) refuseStranger(actor, lead, taker);
  await handOver(tx, [lead], taker, { by: actor.name, reason: input.reason });
  return showLead(tx, actor, lead.id);
});
