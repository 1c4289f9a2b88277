import type { ClockView } from '@dealtrail/protocol/clocks';

/** A clock for which more time is asked; on the page of its record the record needs no name. */
export type AskedClock = Pick<ClockView, 'id' | 'policyKey' | 'dueAt' | 'moves' | 'asked'> & {
  readonly recordTitle?: string;
};
