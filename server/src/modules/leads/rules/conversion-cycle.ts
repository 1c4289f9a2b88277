import type { Why } from '@dealtrail/protocol/kernel';
import { localDate } from '../../../kernel/calendar/index.ts';
import { why } from './why.ts';

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

export interface ConversionCycle {
  /** Whole days, never below 0: a lead may be entered after its contract was signed. */
  readonly days: number;
  readonly why: readonly Why[];
}

/**
 * 转化周期: days between the date a lead was created, in the organisation's zone, and the date of the signing
 * (2024-05-01 → 2024-05-20 = 19).
 */
export function conversionCycle(createdAt: Date, signedOn: string, zone: string): ConversionCycle {
  const createdOn = localDate(createdAt, zone);
  const days = Math.max(0, dayNumber(signedOn) - dayNumber(createdOn));
  return { days, why: [why('leads.why.cycle', { createdOn, signedOn, days })] };
}
