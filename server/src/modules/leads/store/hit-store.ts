import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { leadHitsTable } from '../tables.ts';

const HOUR_MS = 3_600_000;
/** REQUIREMENTS, "Privacy where rules meet": at most 20 masked hits an hour for one member. */
const MOST_HITS_AN_HOUR = 20;

/**
 * How many more masked hits this member may be told now, and the seconds until the oldest one is an hour old. Two
 * requests at once are counted one after the other.
 */
export async function hitsLeft(tx: Tx, memberId: string): Promise<{ left: number; waitSeconds: number }> {
  const now = tx.time.now();
  const since = new Date(now.getTime() - HOUR_MS);
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} hits ${memberId}`],
    name: 'hold_hits',
  });
  const { told, oldest } = await tx.one(sql<{ told: number; oldest: Date | null }>`
    select count(*)::int as told, min(at) as oldest from seen.lead_hits
    where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid and at > ${since}`);
  const wait = oldest === null ? 0 : oldest.getTime() + HOUR_MS - now.getTime();
  return { left: Math.max(0, MOST_HITS_AN_HOUR - told), waitSeconds: Math.max(1, Math.ceil(wait / 1000)) };
}

/** Notes that the member learned of these records. */
export async function countHits(tx: Tx, memberId: string, recordIds: readonly string[]): Promise<void> {
  await tx.insert(
    leadHitsTable,
    recordIds.map((recordId) => ({ id: tx.time.newId(), memberId, recordId, at: tx.time.now() })),
  );
}
