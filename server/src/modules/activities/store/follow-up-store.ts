import { sql } from 'kysely';
import type { NewRow, Tx } from '../../../kernel/db/index.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import { tokensFor } from '../../../kernel/records/records.ts';
import { checkAttachmentName, proposeAttachmentName } from '../rules/attachment-name.ts';
import { followUpsTable } from '../tables.ts';

/** Keeps a follow-up; it is never changed afterwards. */
export async function insertFollowUp(tx: Tx, followUp: NewRow<'follow_ups'>): Promise<void> {
  await tx.insert(followUpsTable, [followUp]);
}

/** The follow-up files hang on; `on` is the day it happened, yyyy-mm-dd. */
interface Hanging {
  readonly recordId: string;
  readonly followUpId: string;
  readonly on: string;
}

/**
 * Hangs files that were uploaded to the record on the follow-up; each belongs to one follow-up at most. They are named by
 * the naming rule (R28) and are found by the name they had before too.
 */
export async function attachFiles(tx: Tx, hanging: Hanging, attachmentIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(attachmentIds)];
  if (wanted.length === 0) return;
  const files = await tx.many(sql<{ id: string; name: string; company: string }>`
    select a.id, a.name, r.title as company from seen.attachments a
    join seen.records r on r.org_id = a.org_id and r.id = a.record_id
    where a.org_id = ${tx.orgId}::uuid and a.record_id = ${hanging.recordId}::uuid and a.id = any(${wanted}::uuid[])
      and a.follow_up_id is null`);
  if (files.length !== wanted.length)
    throw fieldProblem('attachmentIds', 'attachment_unknown', '附件不存在，或已属于另一条跟进');
  for (const { id, name, company } of files) {
    const kept = checkAttachmentName(name).ok;
    const ruled = kept ? name : proposeAttachmentName({ fileName: name, company, on: hanging.on });
    await tx.run({
      name: 'follow_ups_attach',
      text: `update app.attachments set follow_up_id = $3, name = $4, original_name = $5, tok = array_to_tsvector($6::text[])
        where org_id = $1 and id = $2`,
      values: [tx.orgId, id, hanging.followUpId, ruled, kept ? null : name, tokensFor([ruled, name])],
    });
  }
}
