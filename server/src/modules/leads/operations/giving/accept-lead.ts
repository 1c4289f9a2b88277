import * as protocol from '@dealtrail/protocol/leads';
import { actsFor } from '../../../../kernel/access/index.ts';
import { stopClocks } from '../../../../kernel/clocks/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { LEAD_ANSWERED } from '../../clocks.ts';
import { tellAccepted } from '../../events.ts';
import { awaitsAcceptance } from '../../rules/giving/refusal.ts';
import { lockForChange, saveLead } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';

/** Accepts what marketing passed on; only its owner or their deputy does. */
export const acceptLead = handle(protocol.acceptLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  if (!actsFor(actor, lead.ownerId)) throw problem('not_allowed');
  if (!awaitsAcceptance(lead)) throw problem('lead_not_to_accept');
  await stopClocks(tx, { recordId: lead.id, event: LEAD_ANSWERED, at: tx.time.now() });
  await saveLead(tx, lead, { acceptedAt: tx.time.now() });
  tellAccepted(tx, lead.id, actor.name);
  return showLead(tx, actor, lead.id);
});
