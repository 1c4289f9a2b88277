import * as protocol from '@dealtrail/protocol/exports';
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import { exportLimitsTable } from '../db/transfer-tables.ts';
import { handle, handleRead } from '../http/handle.ts';

/** Rows a member may export in a day where no role of theirs says otherwise: a year of a middling team's leads. */
const USUAL_ROWS_A_DAY = 50_000;

function limitsQuery(orgId: string) {
  return sql<{ roleKey: string; rowsADay: number }>`
    select role_key, rows_a_day from seen.export_limits where org_id = ${orgId}::uuid order by role_key`;
}

/** Query for the bound of an actor and what they exported today, failed and cancelled ones apart. */
export function allowanceQuery(actor: Actor, today: string) {
  const keys = actor.roles.map(({ key }) => key);
  return sql<{ used: number; allowed: number }>`
    select coalesce(sum(e.rows), 0)::int as used, coalesce((
      select max(l.rows_a_day) from seen.export_limits l where l.org_id = ${actor.orgId}::uuid and l.role_key = any(${keys}::text[])
    ), ${USUAL_ROWS_A_DAY}::int) as allowed
    from seen.exports e
    where e.org_id = ${actor.orgId}::uuid and e.member_id = ${actor.memberId}::uuid and e.on_day = ${today}::date
      and e.state not in ('failed', 'cancelled')`;
}

/** Bounds that were set, by role. */
export const listExportLimits = handleRead(protocol.listExportLimits, async ({ actor, read }) => ({
  items: await read.many(limitsQuery(actor.orgId)),
  usual: USUAL_ROWS_A_DAY,
}));

/** Sets or lifts the bound of a role. */
export const saveExportLimit = handle(protocol.saveExportLimit, async ({ actor, tx, input }) => {
  const { roleKey, rowsADay } = input;
  const kept = await tx.lock(exportLimitsTable, { roleKey });
  if (rowsADay === null) {
    if (kept) await tx.remove(exportLimitsTable, kept);
  } else if (kept) await tx.update(exportLimitsTable, kept, { rowsADay });
  else await tx.insert(exportLimitsTable, [{ roleKey, id: tx.time.newId(), rowsADay }]);
  return { items: await tx.many(limitsQuery(actor.orgId)), usual: USUAL_ROWS_A_DAY };
});
