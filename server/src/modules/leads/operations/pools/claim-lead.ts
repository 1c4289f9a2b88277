import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { findTaker, handOver } from '../../intake/hand-over.ts';
import { type LeadRow, lockLeads } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';
import { ClaimDesk } from './claim-desk.ts';

/** Gives leads that the desk let pass to the one who claims them. */
export async function takeOut(tx: Tx, actor: Actor, leads: readonly LeadRow[]): Promise<LeadRow[]> {
  if (leads.length === 0) return [];
  const taker = await findTaker(tx, actor.memberId, tx.time.today(actor.organization.zone));
  return handOver(tx, leads, taker, { by: actor.name, reason: '', claimed: true });
}

/** Takes a lead out of its pool; the first touch begins for the one who claims. Of two at once one wins. */
export const claimLead = handle(protocol.claimLead, async ({ actor, tx, input }) => {
  const [lead] = await lockLeads(tx, [input.id]);
  const desk = await ClaimDesk.open(tx, actor, [input.id]);
  await desk.admit(tx, lead);
  if (lead) await takeOut(tx, actor, [lead]);
  return showLead(tx, actor, input.id);
});
