/** When somebody is away, both days with it, and who stands in. */
export interface LeaveDays {
  readonly from: string | null;
  readonly until: string | null;
}

/** A leave as somebody wants it. */
export interface WantedLeave extends LeaveDays {
  readonly memberId: string;
  readonly deputyId: string | null;
}

/** What counts of the one who is to stand in. */
export interface Candidate extends LeaveDays {
  readonly id: string;
  readonly active: boolean;
  readonly joined: boolean;
  /** Who stands in for them. */
  readonly deputyId: string | null;
}

/** What is wrong with a leave, and where. */
export interface LeaveBreach {
  readonly path: 'until' | 'deputyId';
  readonly code:
    | 'absence_reversed'
    | 'leave_over'
    | 'dates_needed'
    | 'deputy_self'
    | 'deputy_unavailable'
    | 'deputy_absent'
    | 'deputy_circle';
}

/** Whether somebody is away on a day; a leave without an end lasts, one without any day is none. */
export function isAway({ from, until }: LeaveDays, day: string): boolean {
  return (from !== null || until !== null) && (from === null || from <= day) && (until === null || day <= until);
}

function overlap(a: LeaveDays, b: LeaveDays): boolean {
  const none = (days: LeaveDays) => days.from === null && days.until === null;
  if (none(a) || none(b)) return false;
  return (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999');
}

function deputyFault(wanted: WantedLeave, deputy: Candidate | undefined): LeaveBreach['code'] | undefined {
  if (wanted.from === null || wanted.until === null) return 'dates_needed';
  if (wanted.deputyId === wanted.memberId) return 'deputy_self';
  if (!deputy?.active || !deputy.joined) return 'deputy_unavailable';
  if (!overlap(wanted, deputy)) return undefined;
  return deputy.deputyId === wanted.memberId ? 'deputy_circle' : 'deputy_absent';
}

/**
 * What forbids a leave; undefined when nothing does. A deputy is there on all its days, so nobody stands in for somebody
 * who stands in, and it ends by itself.
 */
export function leaveBreach(
  wanted: WantedLeave,
  deputy: Candidate | undefined,
  today: string,
): LeaveBreach | undefined {
  const { from, until, deputyId } = wanted;
  if (from !== null && until !== null && until < from) return { path: 'until', code: 'absence_reversed' };
  if (until !== null && until < today) return { path: 'until', code: 'leave_over' };
  const fault = deputyId === null ? undefined : deputyFault(wanted, deputy);
  if (fault === undefined) return undefined;
  return { path: fault === 'dates_needed' ? 'until' : 'deputyId', code: fault };
}
