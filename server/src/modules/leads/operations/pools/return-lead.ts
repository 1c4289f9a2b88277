import * as protocol from '@dealtrail/protocol/leads';
import type { Why } from '@dealtrail/protocol/kernel';
import type { Actor } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../../kernel/http/problem.ts';
import { refuseClosedLead } from '../../lead-states.ts';
import { hideContacts } from '../../rules/pools/hide-contacts.ts';
import { why } from '../../rules/why.ts';
import { type LeadRow, lockForChange } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';
import { layInPools } from './lay-in-pool.ts';

/** Why leads come back, as their author chose it. */
export interface Returning {
  readonly reason: protocol.ReturnReason;
  readonly note?: string | null | undefined;
}

/** Refuses what cannot be given back: closed, or in a pool already. */
export function refuseReturn(lead: Pick<LeadRow, 'state' | 'ownerId'>): void {
  refuseClosedLead(lead);
  if (lead.ownerId === null) throw problem('lead_in_pool');
}

/** Refuses "other" without a word about it. */
export function refuseSilence({ reason, note }: Returning): void {
  if (reason === 'other' && !note) throw fieldProblem('note', 'return_note_needed', '请写明退回的原因');
}

/** Gives locked leads back into the pools they belong to; what the author wrote is shown there without contact data. */
export async function giveBack(tx: Tx, actor: Actor, leads: readonly LeadRow[], { reason, note }: Returning) {
  const said: Why[] = [why(`leads.why.pool.returned_${reason}`, { by: actor.name })];
  if (note) said.push(why('leads.why.pool.note', { note: hideContacts(note) }));
  return layInPools(tx, leads, { how: 'returned', by: actor.name, why: said, reason });
}

/** Gives a lead back into the pool it belongs to, with the reason. */
export const returnLead = handle(protocol.returnLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.release');
  refuseReturn(lead);
  refuseSilence(input);
  await giveBack(tx, actor, [lead], input);
  return showLead(tx, actor, lead.id);
});
