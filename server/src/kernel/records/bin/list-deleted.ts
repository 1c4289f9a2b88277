import * as protocol from '@dealtrail/protocol/records';
import { sql } from 'kysely';
import { handleRead } from '../../http/handle.ts';
import { queryTokens, tsqueryText } from '../../search/rules/tokens.ts';
import { namesById } from '../people-names.ts';
import { reachedHead } from '../records.ts';
import { KEPT_MS } from './bin-store.ts';

const PAGE = 50;
const DAY_MS = 86_400_000;

interface Line {
  readonly moveId: string;
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly movedBy: string | null;
  readonly movedAt: Date;
  readonly reason: string | null;
}

function found(q: string | undefined) {
  if (!q) return sql`true`;
  const tokens = queryTokens(q);
  return tokens ? sql`r.tok @@ ${tsqueryText(tokens)}::tsquery` : sql`false`;
}

/** What lies in the recycle bin and this member may delete and so take back, the last deleted first. */
export const listDeleted = handleRead(protocol.listDeleted, async ({ actor, read, input, time, services }) => {
  const { registry } = services;
  const lines = await read.many(sql<Line>`
    select m.id as move_id, r.id, r.kind, r.number, r.title, r.owner_id, m.moved_by, m.moved_at, m.reason
    from seen.record_moves m
    join seen.records r on r.org_id = m.org_id and r.id = m.record_id
    where m.org_id = ${actor.orgId}::uuid and m.kind = 'delete' and m.ended_at is null
      and ${input.cursor === undefined ? sql`true` : sql`m.id < ${input.cursor}::uuid`}
      and ${input.kind === undefined ? sql`true` : sql`r.kind = ${input.kind}`} and ${found(input.q)}
      and ${reachedHead(actor, registry, 'r', 'read')} and ${reachedHead(actor, registry, 'r', 'delete')}
    order by m.id desc limit ${PAGE + 1}`);
  const page = lines.slice(0, PAGE);
  const names = await namesById(
    read,
    registry.people,
    page.flatMap(({ ownerId, movedBy }) => [ownerId, movedBy]),
  );
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  const now = time.now().getTime();
  return {
    items: page.map(({ moveId: _moveId, ownerId, movedBy, movedAt, ...line }) => ({
      ...line,
      ownerName: nameOf(ownerId),
      deletedByName: nameOf(movedBy),
      deletedAt: movedAt.toISOString(),
      daysLeft: Math.max(1, Math.ceil((movedAt.getTime() + KEPT_MS - now) / DAY_MS)),
    })),
    nextCursor: lines.length > PAGE ? (page.at(-1)?.moveId ?? null) : null,
  };
});
