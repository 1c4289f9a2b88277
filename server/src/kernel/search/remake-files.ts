import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { tokensFor } from '../records/records.ts';

/** Makes the words of file names anew from an id on; returns the ids it went through. */
export async function remakeFiles(tx: Tx, after: string, count: number): Promise<string[]> {
  const files = await tx.many(sql<{ id: string; name: string }>`
    select id, name from app.attachments where org_id = ${tx.orgId}::uuid and id > ${after}::uuid
    order by id limit ${count} for update`);
  await tx.run({
    name: 'attachments_remake',
    text: `update app.attachments a set tok = array_to_tsvector(w.words)
      from jsonb_to_recordset($2::jsonb) as w(id uuid, words text[])
      where a.org_id = $1 and a.id = w.id and a.tok is distinct from array_to_tsvector(w.words)`,
    values: [tx.orgId, JSON.stringify(files.map(({ id, name }) => ({ id, words: tokensFor([name]) })))],
  });
  return files.map(({ id }) => id);
}
