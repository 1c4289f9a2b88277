import type { LeadState } from '@dealtrail/protocol/leads';

/** Hours after an assignment in which its owner may refuse it; issue 4, point 4. */
export const REFUSAL_HOURS = 24;
const HOUR_MS = 3_600_000;

/** A lead as far as it decides whether its owner may still refuse it. */
export interface GivenLead {
  readonly state: LeadState;
  readonly assignedAt: Date | null;
  readonly assignedWhy: readonly { readonly key: string }[];
  readonly firstTouchAt: Date | null;
  readonly screenerId: string | null;
  readonly acceptedAt: Date | null;
}

/** What an owner took of their own will they give back to the pool instead. */
const ownWill: readonly string[] = ['leads.why.assign.own_find', 'leads.why.assign.claimed'];

export type RefusalVerdict =
  | { readonly allowed: true; readonly to: 'screener' | 'rules' }
  | { readonly allowed: false; readonly code: 'refusal_begun' | 'refusal_own_will' | 'refusal_late' };

/** Whether a lead waits for the word of the sales person marketing passed it on to (R23). */
export const awaitsAcceptance = ({ state, screenerId, acceptedAt }: GivenLead): boolean =>
  state === 'assigned' && screenerId !== null && acceptedAt === null;

/**
 * Whether the owner of a lead may refuse it, and where it goes: what marketing screened back to its screener until it is
 * accepted, everything else through the rules again within 24 hours; nothing once the customer was reached.
 */
export function judgeRefusal(lead: GivenLead, now: Date): RefusalVerdict {
  if (lead.state !== 'assigned' || lead.firstTouchAt !== null) return { allowed: false, code: 'refusal_begun' };
  if (awaitsAcceptance(lead)) return { allowed: true, to: 'screener' };
  if (lead.assignedWhy.some(({ key }) => ownWill.includes(key))) return { allowed: false, code: 'refusal_own_will' };
  const until = (lead.assignedAt?.getTime() ?? 0) + REFUSAL_HOURS * HOUR_MS;
  return now.getTime() < until ? { allowed: true, to: 'rules' } : { allowed: false, code: 'refusal_late' };
}
