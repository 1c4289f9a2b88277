import type { Lead } from '@dealtrail/protocol/leads';
import { type Actor, actsFor, may, reaches } from '../../kernel/access/index.ts';
import { isClosed } from './lead-states.ts';
import { defaultLeadTransitions } from './rules/default-transitions.ts';
import { awaitsAcceptance, type GivenLead, judgeRefusal } from './rules/giving/refusal.ts';
import { movesFrom } from './rules/transitions.ts';
import type { LeadRow } from './store/lead-store.ts';

/** Whether this member decides for others on the lead: gives it away, or allows a second pause (R22). */
export const supervises = (actor: Actor, lead: Pick<LeadRow, 'id' | 'ownerId' | 'departmentId'>): boolean =>
  reaches(actor, 'leads.assign', lead);

/** What this member may do with a lead now. */
export function abilities(
  actor: Actor,
  lead: Pick<LeadRow, 'id' | 'ownerId' | 'departmentId' | 'state'>,
): Omit<Lead['abilities'], 'claim' | 'accept' | 'refuse'> {
  const open = !isClosed(lead.state);
  const can = (verb: string): boolean => reaches(actor, `leads.${verb}`, lead);
  return {
    update: open && can('update'),
    followUp: open && can('followUp'),
    assign: open && can('assign'),
    pause: open && can('followUp'),
    qualify: open && can('update') && may(actor, 'opportunities.create'),
    invalidate: open && can('followUp'),
    reveal: can('reveal') && lead.ownerId !== null,
    return: open && lead.ownerId !== null && can('release'),
    screen: lead.state === 'screening' && can('screen'),
  };
}

/** What the owner of a lead that was just given to them may answer: accept it, refuse it. */
export function answers(
  actor: Actor,
  lead: GivenLead & Pick<LeadRow, 'id' | 'ownerId' | 'departmentId'>,
  now: Date,
): Pick<Lead['abilities'], 'accept' | 'refuse'> {
  const own = actsFor(actor, lead.ownerId) && reaches(actor, 'leads.followUp', lead);
  return { accept: own && awaitsAcceptance(lead), refuse: own && judgeRefusal(lead, now).allowed };
}

/** States a follow-up may move the lead to: invalid has a verb of its own, and won needs a signing. */
export function moves(lead: Pick<LeadRow, 'state'>): Lead['moves'] {
  return movesFrom(lead.state, ['follow_up'], defaultLeadTransitions)
    .filter(({ to }) => to !== 'invalid' && to !== 'won')
    .map(({ to, backward }) => ({ to, backward }));
}
