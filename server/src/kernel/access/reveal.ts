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

/** Counts one look of a member on a day; two at once are counted one after the other. A refusal takes it back. */
async function countUp(tx: Tx, memberId: string, onDay: string): Promise<number> {
  const { rows } = await tx.run({
    name: 'reveal_counts_up',
    text: `insert into app.reveal_counts as c (org_id, member_id, on_day, used) values ($1, $2, $3::date, 1)
      on conflict on constraint reveal_counts_pk do update set used = c.used + 1 where c.used < $4 returning used`,
    values: [tx.orgId, memberId, onDay, MOST_A_DAY],
  });
  const used = (rows[0] as { used: number } | undefined)?.used;
  if (used === undefined) throw problem('reveal_limit_reached', { params: { limit: MOST_A_DAY } });
  return used;
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
  const used = await countUp(tx, actor.memberId, onDay);
  const free = reveal.ownerId === actor.memberId && used <= FREE_A_DAY;
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
  return { usedToday: used, dailyLimit: FREE_A_DAY };
}
