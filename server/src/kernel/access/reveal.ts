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

/** Counts looks of a member on a day; two acts at once are counted one after the other. A refusal takes them back. */
async function countUp(tx: Tx, memberId: string, onDay: string, looks = 1): Promise<number> {
  const { rows } = await tx.run({
    name: 'reveal_counts_up',
    text: `insert into app.reveal_counts as c (org_id, member_id, on_day, used) select $1::uuid, $2::uuid, $3::date, $5::int where $5::int <= $4::int
      on conflict on constraint reveal_counts_pk do update set used = c.used + $5::int where c.used + $5::int <= $4::int returning used`,
    values: [tx.orgId, memberId, onDay, MOST_A_DAY, looks],
  });
  const used = (rows[0] as { used: number } | undefined)?.used;
  if (used === undefined) throw problem('reveal_limit_reached', { params: { limit: MOST_A_DAY } });
  return used;
}

async function keep(
  tx: Tx,
  { memberId }: Actor,
  recordIds: readonly string[],
  told: { readonly onDay: string; readonly purpose: 'call' | 'copy' | 'export'; readonly reason: string | null },
): Promise<void> {
  const facts = { memberId, at: tx.time.now(), ...told };
  await tx.insert(
    revealsTable,
    recordIds.map((recordId) => ({ id: tx.time.newId(), recordId, ...facts })),
  );
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
  const { recordId, purpose, reason = null } = reveal;
  await keep(tx, actor, [recordId], { onDay, purpose, reason });
  return { usedToday: used, dailyLimit: FREE_A_DAY };
}

/** Query for the looks a member has left today, reason given; one row. */
export function revealsLeftQuery({ orgId, memberId }: Actor, today: string) {
  return sql<{ left: number }>`
    select ${MOST_A_DAY}::int - coalesce((
      select c.used from seen.reveal_counts c where c.org_id = ${orgId}::uuid and c.member_id = ${memberId}::uuid and c.on_day = ${today}::date
    ), 0)::int as "left"`;
}

/**
 * Logs the looks of one export, a row a record, against the same bounds as single ones. Tells whether the member passed
 * with it the looks of a day that nobody hears of. Refused: `reveal_limit_reached`, and then nothing is logged.
 */
export async function logExportedReveals(
  tx: Tx,
  actor: Actor,
  recordIds: readonly string[],
  reason: string,
): Promise<{ usedToday: number; often: boolean }> {
  const onDay = tx.time.today(actor.organization.zone);
  const usedToday = await countUp(tx, actor.memberId, onDay, recordIds.length);
  await keep(tx, actor, recordIds, { onDay, purpose: 'export', reason });
  return { usedToday, often: usedToday > FREE_A_DAY && usedToday - recordIds.length <= FREE_A_DAY };
}
