import type { NewRow, Tx } from '../../../kernel/db/index.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import { followUpsTable } from '../tables.ts';

/** Keeps a follow-up; it is never changed afterwards. */
export async function insertFollowUp(tx: Tx, followUp: NewRow<'follow_ups'>): Promise<void> {
  await tx.insert(followUpsTable, [followUp]);
}

/** Hangs files that were uploaded to the record on the follow-up; each belongs to one follow-up at most. */
export async function attachFiles(
  tx: Tx,
  recordId: string,
  followUpId: string,
  attachmentIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(attachmentIds)];
  if (wanted.length === 0) return;
  const { rowCount } = await tx.run({
    name: 'follow_ups_attach',
    text: `update app.attachments set follow_up_id = $3
      where org_id = $1 and record_id = $2 and id = any($4::uuid[]) and follow_up_id is null`,
    values: [tx.orgId, recordId, followUpId, wanted],
  });
  if (rowCount !== wanted.length)
    throw fieldProblem('attachmentIds', 'attachment_unknown', '附件不存在，或已属于另一条跟进');
}
