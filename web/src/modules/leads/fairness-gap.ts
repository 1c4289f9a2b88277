import type { FairnessShare } from '@dealtrail/protocol/leads';

/** Leads by which somebody may stray from their share without anything to explain: nobody gets half a lead. */
const ROUNDING = 1;

/** Why somebody got another number than was fairly theirs, the weightiest first. */
export type Gap =
  | { readonly because: 'absent' | 'full'; readonly leads: number }
  | { readonly because: 'stood_in' | 'loaded'; readonly leads: number };

const tenth = (leads: number): number => Math.round(leads * 10) / 10;

/** The reasons of the gap between what was fair and what came; none where it is within a lead. */
export function gapsOf({ expected, received, missedAbsent, missedFull }: FairnessShare): readonly Gap[] {
  const gaps: Gap[] = [];
  if (missedAbsent > 0) gaps.push({ because: 'absent', leads: missedAbsent });
  if (missedFull > 0) gaps.push({ because: 'full', leads: missedFull });
  const rest = tenth(received - (expected - missedAbsent - missedFull));
  if (rest > ROUNDING) gaps.push({ because: 'stood_in', leads: rest });
  if (rest < -ROUNDING) gaps.push({ because: 'loaded', leads: -rest });
  return gaps.sort((one, other) => other.leads - one.leads);
}
