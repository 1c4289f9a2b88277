import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import { clocksTable } from '../db/kernel-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Registry } from '../house/module.ts';
import { lockVisibleHead } from '../records/records.ts';

/** Locks one clock for whoever may change its record; 404 where they do not see it, 403 where they only read it. */
export async function lockClock(tx: Tx, actor: Actor, id: string, registry: Registry): Promise<RowOf<'clocks'>> {
  const known = await tx.maybe(sql<{ recordId: string }>`
    select record_id from seen.clocks where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`);
  if (!known) throw problem('not_found');
  await lockVisibleHead(tx, actor, known.recordId, registry, 'update');
  const row = await tx.lock(clocksTable, { id });
  if (!row) throw problem('not_found');
  return row;
}
