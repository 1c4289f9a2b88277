import * as protocol from '@dealtrail/protocol/notifications';
import { sql } from 'kysely';
import type { z } from 'zod';
import { handle, handleRead } from '../http/handle.ts';

type View = z.output<typeof protocol.NotificationView>;

const SHOWN = 50;

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const unreadQuery = (orgId: string, memberId: string) => sql<{ unread: number }>`
  select count(*)::int as unread from seen.notifications
  where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and read_at is null`;

/** The newest messages to the signed-in member. */
export const listNotifications = handleRead(protocol.listNotifications, async ({ actor, read }) => {
  const [items, [count]] = await read.all([
    sql<View>`select id, kind, record_kind, record_id, text, ${instant('at')} as at, ${instant('read_at')} as read_at, mail
      from seen.notifications where org_id = ${actor.orgId}::uuid and member_id = ${actor.memberId}::uuid
      order by at desc, id desc limit ${SHOWN}`,
    unreadQuery(actor.orgId, actor.memberId),
  ]);
  return { items, unread: count?.unread ?? 0 };
});

/** Marks the member's own messages as read; ids of others change nothing. */
export const markNotificationsRead = handle(protocol.markNotificationsRead, async ({ actor, tx, input, time }) => {
  await tx.run({
    text: `update app.notifications set read_at = $3 where org_id = $1 and member_id = $2 and read_at is null
      and ($4::uuid[] is null or id = any($4::uuid[]))`,
    values: [actor.orgId, actor.memberId, time.now(), input.ids ?? null],
  });
  return tx.one(unreadQuery(actor.orgId, actor.memberId));
});
