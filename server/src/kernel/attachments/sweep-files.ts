import { sql } from 'kysely';
import type { Services } from '../house/services.ts';

/** An upload's row follows its content within seconds; a day is beyond every delay. */
const KEPT_WITHOUT_ROW_MS = 86_400_000;

/**
 * Removes the content of an organisation that nothing needs: uploads whose row was never written, the files of imports
 * that have ended, and exports whose days are over. Returns how many.
 */
export async function sweepFiles(services: Services, orgId: string): Promise<number> {
  const isKnown = async (asked: string[]) => {
    const rows = await services.database.readRows(
      orgId,
      sql<{ sha256: string }>`
        select sha256 from seen.attachments where org_id = ${orgId}::uuid and sha256 = any(${asked}::text[])
        union select sha256 from seen.imports where org_id = ${orgId}::uuid and finished_at is null and sha256 = any(${asked}::text[])
        union select sha256 from seen.exports where org_id = ${orgId}::uuid and sha256 = any(${asked}::text[])`,
    );
    return new Set(rows.map((row) => row.sha256));
  };
  const olderThan = new Date(services.time.now().getTime() - KEPT_WITHOUT_ROW_MS);
  const swept = await services.storage.sweepOrphans(orgId, isKnown, olderThan);
  return swept.orphans + swept.unfinished;
}
