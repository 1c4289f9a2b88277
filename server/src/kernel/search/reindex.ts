import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { tokensFor } from '../records/records.ts';
import { TOKEN_VERSION } from './rules/tokens.ts';

const BATCH = 500;

interface OldHead {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
}

/** Heads whose tokens are of an older making, from an id on. */
async function oldHeads(tx: Tx, after: string): Promise<OldHead[]> {
  return tx.many(sql<OldHead>`select id, kind, number, title from seen.records
    where org_id = ${tx.orgId}::uuid and id > ${after}::uuid and tok_version < ${TOKEN_VERSION} order by id limit ${BATCH}`);
}

async function textsOf(tx: Tx, heads: readonly OldHead[], services: Services): Promise<Map<string, (string | null)[]>> {
  const texts = new Map<string, (string | null)[]>();
  for (const [kind, ofKind] of Map.groupBy(heads, (head) => head.kind)) {
    const found = await services.registry.kinds.get(kind)?.searchable?.(
      tx,
      ofKind.map((head) => head.id),
    );
    for (const record of found ?? []) texts.set(record.id, record.texts);
  }
  return texts;
}

async function reindexBatch(tx: Tx, after: string, services: Services): Promise<OldHead[]> {
  const heads = await oldHeads(tx, after);
  const texts = await textsOf(tx, heads, services);
  const rows = heads.map(({ id, title, number }) => ({
    id,
    words: tokensFor([title, number, ...(texts.get(id) ?? [])]),
  }));
  // A record saved meanwhile has the newer tokens already and is left alone.
  await tx.run({
    text: `update app.records r set tok = array_to_tsvector(w.words), tok_version = $3
      from jsonb_to_recordset($2::jsonb) as w(id uuid, words text[])
      where r.org_id = $1 and r.id = w.id and r.tok_version < $3`,
    values: [tx.orgId, JSON.stringify(rows), TOKEN_VERSION],
    name: 'records_reindex',
  });
  return heads;
}

/**
 * Makes the search tokens of an organisation's records anew where they are of an older making; returns how many. Each
 * batch is committed, so that it may be ended and started again at any time.
 */
export async function reindexSearch(services: Services, orgId: string): Promise<number> {
  const origin = { orgId, actorId: null, operation: 'search.reindex', requestId: 'search.reindex' };
  let made = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  while (!services.lifecycle.draining) {
    const from = after;
    const heads = await services.database.write(origin, (tx) => reindexBatch(tx, from, services));
    made += heads.length;
    after = heads.at(-1)?.id ?? after;
    if (heads.length < BATCH) break;
  }
  return made;
}
