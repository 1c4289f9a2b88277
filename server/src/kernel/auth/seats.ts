import type { Tx } from '../db/index.ts';

/** A member somebody looks through. */
export interface Seat {
  readonly orgId: string;
  readonly memberId: string;
}

/** The own place of an account: where its sessions are while they have no seat. */
export async function ownPlace(tx: Tx, userId: string): Promise<Seat | undefined> {
  const { rows } = await tx.run({
    text: 'select org_id, member_id from auth.memberships where user_id = $1 order by created_at limit 1',
    values: [userId],
  });
  const row = rows[0] as { org_id: string; member_id: string } | undefined;
  return row && { orgId: row.org_id, memberId: row.member_id };
}

/**
 * Gives the session with this hash a seat; it keeps its account and its end. Whoever calls this has made sure that
 * nobody real is looked through.
 */
export async function takeSeat(tx: Tx, tokenHash: string, { orgId, memberId }: Seat): Promise<void> {
  await tx.run({
    text: `insert into auth.seats (session_id, org_id, member_id) select s."id", $2, $3 from auth."session" s where s."token" = $1
      on conflict on constraint seats_pk do update set org_id = excluded.org_id, member_id = excluded.member_id`,
    values: [tokenHash, orgId, memberId],
  });
}
