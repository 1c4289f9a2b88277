import type { Lead } from '@dealtrail/protocol/leads';

/** The one act a lead asks for now. */
export type NextStep =
  | 'resume'
  | 'assign'
  | 'complete'
  | 'convert'
  | 'follow_up'
  | 'open_opportunity'
  | 'pass_on'
  | 'accept'
  | null;

type Judged = Pick<Lead, 'state' | 'pausedUntil' | 'ownerId' | 'opportunityId' | 'customerId' | 'complete'> & {
  readonly abilities: Pick<
    Lead['abilities'],
    'assign' | 'pause' | 'qualify' | 'followUp' | 'update' | 'screen' | 'accept'
  >;
};

/** States in which the customer has said what they need: turning the lead into an opportunity is the right step. */
const ripe: readonly Lead['state'][] = ['need_confirmed', 'proposal_submitted', 'negotiating', 'won'];

/** The next right step of a lead for the person who looks at it; `null` where they can only read. */
export function nextStep(lead: Judged): NextStep {
  const { state, abilities } = lead;
  if (state === 'qualified') return lead.opportunityId ? 'open_opportunity' : null;
  if (state === 'invalid') return null;
  if (lead.pausedUntil && abilities.pause) return 'resume';
  if (abilities.screen) return 'pass_on';
  if (abilities.accept) return 'accept';
  if (!lead.ownerId && abilities.assign) return 'assign';
  if (ripe.includes(state) && abilities.qualify) return 'convert';
  if (abilities.followUp) return 'follow_up';
  if (!lead.complete && abilities.update) return 'complete';
  return abilities.qualify ? 'convert' : null;
}

/** The state an effective contact usually makes of a lead; only the first contact is that clear. */
export function proposedState(state: Lead['state'], moves: Lead['moves']): Lead['state'] | undefined {
  return state === 'assigned' ? moves.find(({ to }) => to === 'contacted')?.to : undefined;
}

/** States with a verb or a fact of their own: 无效 asks for its reason, 成交 for the signing, the others happen by themselves. */
const notByFollowUp: readonly Lead['state'][] = ['screening', 'unassigned', 'assigned', 'qualified', 'invalid'];

/** The moves a follow-up form offers; 成交 only where the signing is known. */
export function followUpMoves({ moves, contractNo }: Pick<Lead, 'moves' | 'contractNo'>): Lead['moves'] {
  return moves.filter(({ to }) => !notByFollowUp.includes(to) && (to !== 'won' || contractNo !== null));
}
