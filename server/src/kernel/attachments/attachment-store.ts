import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { tokensFor } from '../records/records.ts';

/** Keeps the words by which a file's record is found; the underscore and the dot part words as a person sees them. */
export async function saveFileTokens(tx: Tx, id: string, name: string): Promise<void> {
  await tx.run({
    name: 'attachments_tokens',
    text: 'update app.attachments set tok = array_to_tsvector($3::text[]) where org_id = $1 and id = $2',
    values: [tx.orgId, id, tokensFor([name])],
  });
}

/** Query for the number of files of that name the record had before this one. */
export function sameNameQuery(orgId: string, recordId: string, name: string, id: string) {
  return sql<{ before: number }>`
    select count(*)::int as before from seen.attachments a
    where a.org_id = ${orgId}::uuid and a.record_id = ${recordId}::uuid and lower(a.name) = lower(${name}) and a.id <> ${id}::uuid`;
}
