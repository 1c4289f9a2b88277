import { sql } from 'kysely';
import type { Query, Tx } from '../db/index.ts';
import { formatNumber, periodStart } from './rules/number-pattern.ts';

/** Patterns that ship (R5); `{nnn}` is three or more digits. An organisation may set its own. */
export const numberPatterns = {
  lead: 'XLSH{yyyyMMdd}{nnn}',
  follow_up: 'GJ{yyyyMMdd}{nnn}',
  customer: 'KH{yyyyMMdd}{nnn}',
  opportunity: 'SJ{yyyyMMdd}{nnn}',
  review: 'FP{yyyyMMdd}{nnn}',
} as const;
export type NumberedKind = keyof typeof numberPatterns;

/** Query for the pattern an organisation set for a kind; no row while the shipped one holds. */
function ownPattern(orgId: string, kind: string): Query<{ pattern: string }> {
  return sql<{ pattern: string }>`
    select pattern from seen.number_patterns where org_id = ${orgId}::uuid and kind = ${kind}`;
}

/** Takes the next `count` numbers of a kind for a calendar day (yyyy-mm-dd), by the organisation's pattern. */
export async function takeNumbers(tx: Tx, kind: NumberedKind, day: string, count: number): Promise<string[]> {
  const pattern = (await tx.maybe(ownPattern(tx.orgId, kind)))?.pattern ?? numberPatterns[kind];
  const taken = await tx.numbers.take(tx.orgId, kind, periodStart(pattern, day), count);
  return taken.map((n) => formatNumber(pattern, day, n));
}
