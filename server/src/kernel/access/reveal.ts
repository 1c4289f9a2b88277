import { sql } from 'kysely';
import { revealsTable } from '../db/kernel-tables.ts';
import type { Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Actor } from './actor.ts';

/** Reveals a day without more ado (R41); beyond that a reason is needed. */
const FREE_A_DAY = 100;
/** No one looks at more people than this in a day, reason or not. */
const MOST_A_DAY = 300;

/** What is looked at, and why. */
export interface Reveal {
  readonly recordId: string;
  readonly ownerId: string | null;
  readonly purpose: 'call' | 'copy';
  readonly reason?: string | null | undefined;
}

/**
 * Allows and logs one look at contact data: the owner by one press up to 100 a day, everyone else and everything
 * beyond with a reason. The row is written before the data leaves, in the same transaction.
 */
export async function logReveal(
  tx: Tx,
  actor: Actor,
  reveal: Reveal,
): Promise<{ usedToday: number; dailyLimit: number }> {
  const onDay = tx.time.today(actor.organization.zone);
  // Two presses at once are counted one after the other.
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} reveal ${actor.memberId}`],
    name: 'hold_reveals',
  });
  const { used } = await tx.one(sql<{ used: number }>`
    select count(*)::int as used from seen.reveals where org_id = ${tx.orgId}::uuid and member_id = ${actor.memberId}::uuid and on_day = ${onDay}::date`);
  if (used >= MOST_A_DAY) throw problem('reveal_limit_reached', { params: { limit: MOST_A_DAY } });
  const free = reveal.ownerId === actor.memberId && used < FREE_A_DAY;
  if (!free && !reveal.reason) throw problem('reveal_reason_needed', { params: { limit: FREE_A_DAY } });
  await tx.insert(revealsTable, [
    {
      id: tx.time.newId(),
      recordId: reveal.recordId,
      memberId: actor.memberId,
      onDay,
      at: tx.time.now(),
      purpose: reveal.purpose,
      reason: reveal.reason ?? null,
    },
  ]);
  return { usedToday: used + 1, dailyLimit: FREE_A_DAY };
}
