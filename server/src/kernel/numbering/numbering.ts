import { sql } from 'kysely';
import type { Query, Tx } from '../db/index.ts';
import { machineMs } from '../time/time.ts';
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

/** How long another process may go on numbering as before a change; both ways give each number once. */
const KEPT_MS = 60_000;
const MOST_KEPT = 5_000;

interface Kept {
  readonly patterns: ReadonlyMap<string, string>;
  readonly readAt: number;
}

const kept = new Map<string, Kept>();

/** Query for the patterns an organisation set; a kind without a row has the shipped one. */
function ownPatterns(orgId: string): Query<{ kind: string; pattern: string }> {
  return sql<{ kind: string; pattern: string }>`
    select kind, pattern from seen.number_patterns where org_id = ${orgId}::uuid`;
}

/** The pattern of a kind in the transaction's organisation, at most a minute old. */
async function patternOf(tx: Tx, kind: NumberedKind): Promise<string> {
  const now = machineMs();
  let known = kept.get(tx.orgId);
  if (!known || now - known.readAt >= KEPT_MS) {
    const rows = await tx.many(ownPatterns(tx.orgId));
    known = { patterns: new Map(rows.map(({ kind: of, pattern }) => [of, pattern])), readAt: now };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(tx.orgId, known);
  }
  return known.patterns.get(kind) ?? numberPatterns[kind];
}

/** Forgets, with the commit, what was kept of the patterns that this transaction changes. */
export function forgetNumberPatterns(tx: Tx): void {
  const { orgId } = tx;
  tx.afterCommit(() => kept.delete(orgId));
}

/** Takes the next `count` numbers of a kind for a calendar day (yyyy-mm-dd), by the organisation's pattern. */
export async function takeNumbers(tx: Tx, kind: NumberedKind, day: string, count: number): Promise<string[]> {
  const pattern = await patternOf(tx, kind);
  const taken = await tx.numbers.take(tx.orgId, kind, periodStart(pattern, day), count);
  return taken.map((n) => formatNumber(pattern, day, n));
}
