import type { NewRow, Tx } from '../../../kernel/db/index.ts';
import { commentsTable } from '../tables.ts';

/** Keeps a comment; it is never changed afterwards. */
export async function insertComment(tx: Tx, comment: NewRow<'comments'>): Promise<void> {
  await tx.insert(commentsTable, [comment]);
}
