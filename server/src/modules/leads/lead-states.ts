import type { LeadState } from '@dealtrail/protocol/leads';
import { problem } from '../../kernel/http/problem.ts';

/** States in which an owner works on a lead; they count as the owner's load. */
const working: readonly LeadState[] = ['assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating'];
/** States in which nothing more is done with a lead. */
export const closedStates: readonly LeadState[] = ['won', 'qualified', 'invalid'];

/** Whether somebody works on a lead in this state. */
export const isWorkedOn = (state: LeadState): boolean => working.includes(state);

/** Whether nothing may be done with the lead any more: won, qualified or invalid. */
export const isClosed = (state: LeadState): boolean => closedStates.includes(state);

/** Refuses what can only be done with an open lead (409 `lead_closed`). */
export function refuseClosedLead(lead: { readonly state: LeadState }): void {
  if (isClosed(lead.state)) throw problem('lead_closed', { params: { state: lead.state } });
}
