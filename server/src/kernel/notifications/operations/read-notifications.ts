import * as protocol from '@dealtrail/protocol/notifications';
import { sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Registry } from '../../house/module.ts';
import { pageOfRecord } from '../../house/registry.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { visibleHead } from '../../records/records.ts';

const SHOWN = 50;

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** A record out of the member's sight is named nowhere: deleted, given away, no longer shared. Its messages come back with it. */
const inSight = (actor: Actor, registry: Registry) => sql`not exists (select 1 from seen.records r
  where r.org_id = ${actor.orgId}::uuid and r.id = n.record_id and not ${visibleHead(actor, registry, 'r')})`;

const unreadQuery = (actor: Actor, registry: Registry) => sql<{ unread: number }>`
  select count(*)::int as unread from seen.notifications n
  where n.org_id = ${actor.orgId}::uuid and n.member_id = ${actor.memberId}::uuid and n.read_at is null and n.shown and ${inSight(actor, registry)}`;

/** The messages to the signed-in member, the newest first; all, unread ones, or those of one kind. */
export const listNotifications = handleRead(protocol.listNotifications, async ({ actor, read, input, services }) => {
  const { unread, kind, before, limit = SHOWN } = input;
  const [rows, [count]] = await read.all([
    sql<Omit<protocol.NotificationView, 'page'>>`
      select id, kind, record_kind, record_id, text, ${instant('at')} as at, ${instant('read_at')} as read_at, mail
      from seen.notifications n where org_id = ${actor.orgId}::uuid and member_id = ${actor.memberId}::uuid and shown and ${inSight(actor, services.registry)}
        ${unread ? sql`and read_at is null` : sql``} ${kind ? sql`and kind = ${kind}` : sql``}
        ${
          before
            ? sql`and (at, id) < (select b.at, b.id from seen.notifications b
                where b.org_id = ${actor.orgId}::uuid and b.id = ${before}::uuid and b.member_id = ${actor.memberId}::uuid)`
            : sql``
        }
      order by at desc, id desc limit ${limit + 1}`,
    unreadQuery(actor, services.registry),
  ]);
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, page: pageOfRecord(services.registry, row.recordKind, row.recordId) }));
  return { items, more: rows.length > limit, unread: count?.unread ?? 0 };
});

/** How many messages wait to be read: what every page shows. */
export const countNotifications = handleRead(protocol.countNotifications, async ({ actor, read, services }) => {
  const [count] = await read.many(unreadQuery(actor, services.registry));
  return { unread: count?.unread ?? 0 };
});

/** Marks the member's own messages as read; ids of others change nothing. */
export const markNotificationsRead = handle(
  protocol.markNotificationsRead,
  async ({ actor, tx, input, time, services }) => {
    const marked = await tx.run({
      text: `update app.notifications set read_at = $3 where org_id = $1 and member_id = $2 and read_at is null
      and ($4::uuid[] is null or id = any($4::uuid[]))`,
      values: [actor.orgId, actor.memberId, time.now(), input.ids ?? null],
    });
    // The bell of the member's other windows follows.
    if (marked.rowCount)
      tx.publish({ type: 'notifications.read', recordId: actor.memberId, data: { memberId: actor.memberId } });
    return tx.one(unreadQuery(actor, services.registry));
  },
);
