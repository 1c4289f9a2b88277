import * as protocol from '@dealtrail/protocol/exports';
import { sql } from 'kysely';
import { type Actor, may } from '../access/index.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { transfersOf } from './transfers-of.ts';

const PAGE = 50;
const PLACE = /^(\d{13,16})_([0-9a-f-]{36})$/;

interface Line {
  readonly what: 'import' | 'export';
  readonly id: string;
  readonly createdAt: Date;
}

/** Where a page ends; not secret: whose lines they are is judged anew for every page. */
function placeOf({ id, createdAt }: Line): string {
  return `${createdAt.getTime()}_${id}`;
}

function linesQuery(actor: Actor, everyone: boolean, after: { at: Date; id: string } | undefined) {
  const whose = everyone ? sql`true` : sql`t.member_id = ${actor.memberId}::uuid`;
  const before = after ? sql`(t.created_at, t.id) < (${after.at}, ${after.id}::uuid)` : sql`true`;
  return sql<Line>`
    (select 'import' as what, t.id, t.created_at from seen.imports t
     where t.org_id = ${actor.orgId}::uuid and not t.dry_run and ${whose} and ${before}
     order by t.created_at desc, t.id desc limit ${PAGE + 1})
    union all
    (select 'export', t.id, t.created_at from seen.exports t
     where t.org_id = ${actor.orgId}::uuid and ${whose} and ${before}
     order by t.created_at desc, t.id desc limit ${PAGE + 1})
    order by created_at desc, id desc limit ${PAGE + 1}`;
}

/** Imports and exports, newest first; trials are looked at where they were made. */
export const listTransfers = handleRead(protocol.listTransfers, async ({ actor, read, input, services }) => {
  const everyone = input.whose === 'everyone';
  if (everyone && !may(actor, 'audit.read')) throw problem('not_allowed');
  const place = input.cursor === undefined ? undefined : PLACE.exec(input.cursor);
  if (place === null) throw problem('cursor_invalid');
  const after = place && { at: new Date(Number(place[1])), id: place[2] ?? '' };
  const listed = await read.many(linesQuery(actor, everyone, after));
  const lines = listed.slice(0, PAGE);
  const idsOf = (what: Line['what']) => lines.filter((line) => line.what === what).map(({ id }) => id);
  const found = await transfersOf({ actor, read, services }, { imports: idsOf('import'), exports: idsOf('export') });
  const shown = new Map(found.map((transfer) => [transfer.id, transfer]));
  const last = lines.at(-1);
  return {
    items: lines.flatMap(({ id }) => shown.get(id) ?? []),
    nextCursor: listed.length > PAGE && last ? placeOf(last) : null,
  };
});
