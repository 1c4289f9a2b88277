import type { Tx } from '../../../kernel/db/index.ts';
import { recordLinksTable } from '../tables.ts';

/** Lets the history of one record be read on another it became: a lead's on its customer and opportunity. */
export async function linkRecords(tx: Tx, from: string, to: string, kind: string): Promise<void> {
  await tx.insert(recordLinksTable, [{ fromId: from, toId: to, kind, at: tx.time.now() }]);
}
