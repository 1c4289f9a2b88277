import { sql } from 'kysely';
import { exportsTable } from '../db/transfer-tables.ts';
import type { Services } from '../house/services.ts';
import { inTransaction } from './claim-export.ts';

const BATCH = 100;

/** Lets go of files whose seven days are over; their content is removed as nobody's. Returns true when more wait. */
export async function sweepExpired(services: Services, orgId: string): Promise<boolean> {
  return inTransaction(services, orgId, async (tx) => {
    const due = await tx.many(sql<{ id: string }>`
      select id from seen.exports where org_id = ${orgId}::uuid and expires_at <= ${tx.time.now()} order by expires_at, id limit ${BATCH}`);
    for (const { id } of due) {
      const row = await tx.lock(exportsTable, { id });
      if (row?.expiresAt) await tx.update(exportsTable, row, { state: 'expired', sha256: null, expiresAt: null });
    }
    return due.length === BATCH;
  });
}
