import { addDays } from '../../../../kernel/calendar/index.ts';

/** What a pool asks of who claims from it; null: no limit. */
export interface ClaimTerms {
  readonly dailyLimit: number | null;
  readonly holdLimit: number | null;
  readonly formerOwnerDays: number;
}

/** What a member has taken from the pool so far. */
export interface ClaimsSoFar {
  readonly today: number;
  readonly holding: number;
}

/** The past of a lead as far as it concerns one member; days are those of the organisation. */
export interface LeadPast {
  /** The day the member last lost the lead, whoever had it since; null: it never was theirs. */
  readonly lostOn: string | null;
  /** The day a person last gave it back into a pool. */
  readonly returnedOn: string | null;
  /** True where the member claimed it today already: it counts once. */
  readonly countedToday: boolean;
}

export type ClaimVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly code: 'pool_former_owner' | 'pool_released_today' | 'pool_daily_limit' | 'pool_hold_limit';
      readonly params: Readonly<Record<string, string | number>>;
    };

const refused = (
  code: Extract<ClaimVerdict, { allowed: false }>['code'],
  params: Readonly<Record<string, string | number>> = {},
): ClaimVerdict => ({ allowed: false, code, params });

/**
 * Whether a member may claim a lead today. Who lost it waits the pool's days, whoever owned it in between; after them,
 * they still cannot take it on the day a colleague gave it back. Then the limits of the pool.
 */
export function judgeClaim(terms: ClaimTerms, past: LeadPast, soFar: ClaimsSoFar, today: string): ClaimVerdict {
  if (past.lostOn !== null) {
    const freeOn = addDays(past.lostOn, terms.formerOwnerDays);
    if (today < freeOn) return refused('pool_former_owner', { days: terms.formerOwnerDays, until: freeOn });
    if (past.returnedOn === today) return refused('pool_released_today');
  }
  if (terms.dailyLimit !== null && !past.countedToday && soFar.today >= terms.dailyLimit)
    return refused('pool_daily_limit', { limit: terms.dailyLimit });
  if (terms.holdLimit !== null && soFar.holding >= terms.holdLimit)
    return refused('pool_hold_limit', { limit: terms.holdLimit });
  return { allowed: true };
}
