import * as protocol from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import { type Actor, scopeOf, visible } from '../access/index.ts';
import { addDays, startOfLocalDay } from '../calendar/index.ts';
import type { Input } from '@dealtrail/protocol/kernel';
import { handleRead } from '../http/handle.ts';
import { type ChangeRow, presentRows } from './present-changes.ts';

const PAGE = 50;

type Asked = Input<typeof protocol.searchAudit>;

type Line = ChangeRow & { kind: string | null; number: string | null; title: string | null };

/** What a reader of the audit may read: everything, or the changes of records their permission reaches. */
function readable(actor: Actor) {
  return scopeOf(actor, 'audit.read') === 'all' ? sql`true` : visible(actor, 'audit.read', 'r');
}

function asked({ actorId, operation, recordId, number, field, from, to, cursor }: Asked, zone: string) {
  const all = [
    actorId === undefined ? undefined : sql`a.actor_id = ${actorId}::uuid`,
    operation === undefined
      ? undefined
      : sql`(a.operation = ${operation} or starts_with(a.operation, ${`${operation}.`}))`,
    recordId === undefined ? undefined : sql`a.record_id = ${recordId}::uuid`,
    number ? sql`r.number = ${number.toUpperCase()}` : undefined,
    field === undefined ? undefined : sql`a.changes ? ${field}`,
    from === undefined ? undefined : sql`a.at >= ${startOfLocalDay(from, zone)}::timestamptz`,
    to === undefined ? undefined : sql`a.at < ${startOfLocalDay(addDays(to, 1), zone)}::timestamptz`,
    cursor === undefined ? undefined : sql`a.id < ${cursor}::uuid`,
  ].filter((condition) => condition !== undefined);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** Every change of the organisation that this member may read, by person, operation, record, field and days. */
export const searchAudit = handleRead(protocol.searchAudit, async ({ actor, read, input, services }) => {
  const rows = await read.many(sql<Line>`
    select a.id, a.at, a.actor_id, a.operation, a.table_name, a.record_id, a.changes, r.kind, r.number, r.title
    from seen.audit a left join seen.records r on r.org_id = a.org_id and r.id = a.record_id
    where a.org_id = ${actor.orgId}::uuid and ${readable(actor)} and ${asked(input, actor.organization.zone)}
    order by a.id desc limit ${PAGE + 1}`);
  const page = rows.slice(0, PAGE);
  const shown = await presentRows(read, actor, services.registry, page);
  return {
    items: shown.map((line, i) => {
      const { recordId, kind, number, title } = page[i] as Line;
      const known = recordId !== null && kind !== null && number !== null && title !== null;
      return { ...line, record: known ? { id: recordId, kind, number, title } : null };
    }),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
});
