import type { Share } from '@dealtrail/protocol/records';
import { sql } from 'kysely';
import { addDays, startOfLocalDay } from '../../calendar/index.ts';
import type { RowOf, Tx } from '../../db/index.ts';
import { sharesTable } from '../../db/kernel-tables.ts';
import { dayIn } from '../../time/time.ts';

/** Records shared with one member at a time: their rights name each of them in every statement. */
export const MOST_SHARES = 500;

/** A share with the names around it. */
export type ShareFacts = RowOf<'shares'> & { memberName: string | null; grantedByName: string | null };

/** Query for the living shares of a record, the oldest first; `memberId` narrows it to one. */
export function sharesQuery(orgId: string, recordId: string, now: Date, memberId?: string) {
  return sql<ShareFacts>`
    select s.*, m.name as member_name, g.name as granted_by_name from seen.shares s
    left join seen.members m on m.org_id = s.org_id and m.id = s.member_id
    left join seen.members g on g.org_id = s.org_id and g.id = s.granted_by
    where s.org_id = ${orgId}::uuid and s.record_id = ${recordId}::uuid and (s.ends_at is null or s.ends_at > ${now}::timestamptz)
      and ${memberId === undefined ? sql`true` : sql`s.member_id = ${memberId}::uuid`}
    order by s.granted_at, s.member_id`;
}

/** The moment a share ends whose last day that is. */
export function endOfDay(day: string, zone: string): Date {
  return startOfLocalDay(addDays(day, 1), zone);
}

/** A share as it is shown; its end as the last day it holds. */
export function presentShare(share: ShareFacts, zone: string, mayEnd: boolean): Share {
  const { memberId, memberName, level, endsAt, note, grantedByName, grantedAt } = share;
  return {
    memberId,
    memberName,
    level,
    endsOn: endsAt && addDays(dayIn(zone, endsAt), -1),
    note,
    grantedByName,
    grantedAt: grantedAt.toISOString(),
    mayEnd,
  };
}

/** How many living shares a member has beside the one of this record. */
export async function countShares(tx: Tx, memberId: string, except: string): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*)::int as count from seen.shares where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid
      and record_id <> ${except}::uuid and (ends_at is null or ends_at > ${tx.time.now()}::timestamptz)`);
  return count;
}

/** Gives a share or changes its terms. */
export async function saveShare(
  tx: Tx,
  share: Pick<RowOf<'shares'>, 'recordId' | 'memberId' | 'level' | 'endsAt' | 'note'>,
): Promise<void> {
  const { recordId, memberId, level, endsAt, note } = share;
  const terms = { level, endsAt, note, grantedBy: tx.origin.actorId, grantedAt: tx.time.now() };
  const known = await tx.lock(sharesTable, { recordId, memberId });
  if (known) await tx.update(sharesTable, known, terms);
  else await tx.insert(sharesTable, [{ recordId, memberId, ...terms }]);
}

/** Locks shares past their end, at most so many. */
export async function claimEndedShares(tx: Tx, limit: number): Promise<RowOf<'shares'>[]> {
  return tx.many(sql<RowOf<'shares'>>`
    select * from app.shares where org_id = ${tx.orgId}::uuid and ends_at <= ${tx.time.now()}::timestamptz
    order by ends_at limit ${limit} for update skip locked`);
}
