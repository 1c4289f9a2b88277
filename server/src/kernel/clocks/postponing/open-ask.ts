import { sql } from 'kysely';
import type { RowOf, Tx } from '../../db/index.ts';
import { clockAsksTable } from '../tables.ts';

/** Locks the wish for more time on a clock that nobody decided on, if there is one. */
export async function lockOpenAsk(tx: Tx, clockId: string): Promise<RowOf<'clock_asks'> | undefined> {
  const open = await tx.maybe(sql<{ id: string }>`
    select id from seen.clock_asks where org_id = ${tx.orgId}::uuid and clock_id = ${clockId}::uuid and state = 'open'`);
  return open && tx.lock(clockAsksTable, { id: open.id });
}
