import type { Tx } from '../db/index.ts';
import { formatNumber } from './rules/number-pattern.ts';

/** Patterns that ship (R5); `{nnn}` is three or more digits. */
export const numberPatterns = {
  lead: 'XLSH{yyyyMMdd}{nnn}',
  follow_up: 'GJ{yyyyMMdd}{nnn}',
  customer: 'KH{yyyyMMdd}{nnn}',
  opportunity: 'SJ{yyyyMMdd}{nnn}',
} as const;
export type NumberedKind = keyof typeof numberPatterns;

/** Takes the next `count` numbers of a kind for a calendar day (yyyy-mm-dd). */
export async function takeNumbers(tx: Tx, kind: NumberedKind, day: string, count: number): Promise<string[]> {
  const taken = await tx.numbers.take(tx.orgId, kind, day, count);
  return taken.map((n) => formatNumber(numberPatterns[kind], day, n));
}
