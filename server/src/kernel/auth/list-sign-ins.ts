import type { SignIn } from '@dealtrail/protocol/auth';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Query } from '../db/index.ts';
import { deviceOf } from './rules/device.ts';
import { maskPeer, nearnessOf } from './rules/place.ts';

const PAGE = 50;

interface LogRow {
  id: string;
  at: Date;
  memberId: string;
  actorId: string | null;
  event: z.output<typeof SignIn>['event'];
  identifier: string | null;
  peer: string | null;
  device: string | null;
}

/** Query for one page of the sign-in log, the newest first: of one member or of the organisation. */
export function signInsQuery(
  orgId: string,
  wanted: { readonly memberId?: string | undefined; readonly before?: string | undefined },
): Query<LogRow> {
  const { memberId, before } = wanted;
  return sql<LogRow>`select id, at, member_id, actor_id, event, identifier, peer, device from auth.sign_in_log
    where org_id = ${orgId}::uuid and ${memberId === undefined ? sql`true` : sql`member_id = ${memberId}::uuid`}
      and ${before === undefined ? sql`true` : sql`id < ${before}::uuid`}
    order by id desc limit ${PAGE + 1}`;
}

/** One page as it is shown. `whole` shows the whole address: administrators look for attacks, a member for themselves. */
export function presentSignIns(rows: readonly LogRow[], whole: boolean) {
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      memberId: row.memberId,
      actorId: row.actorId,
      event: row.event,
      identifier: row.identifier,
      ...deviceOf(row.device),
      peer: whole ? (row.peer ?? '') : maskPeer(row.peer ?? ''),
      near: nearnessOf(row.peer ?? ''),
    })),
    nextBefore: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
