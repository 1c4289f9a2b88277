import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { IdentityMaking, Registry } from '../house/module.ts';
import { insertContactPoints, insertMatchKeys, tokensFor } from '../records/records.ts';

interface Head {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
}

/** Which of these records, and of those that became part of them, an identity goes to: from → to. */
async function carriersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const carried = await tx.many(sql<{ id: string; into: string }>`
    with recursive part as (
      select m.id, m.merged_into as carrier from seen.records m
      where m.org_id = ${tx.orgId}::uuid and m.merged_into = any(${[...ids]}::uuid[]) and m.purged_at is null
      union
      select m.id, p.carrier from seen.records m join part p on m.merged_into = p.id
      where m.org_id = ${tx.orgId}::uuid and m.purged_at is null
    )
    select id, carrier as "into" from part`);
  return new Map(carried.map(({ id, into }) => [id, into]));
}

/** Makes match keys and contact points of records of one kind anew; a record keeps those of what became part of it. */
async function remakeIdentities(tx: Tx, ids: readonly string[], making: IdentityMaking): Promise<void> {
  const carriers = await carriersOf(tx, ids);
  const identities = await making.of(tx, [...new Set([...ids, ...carriers.keys()])].toSorted());
  const wanted = new Set(ids);
  const known = identities.flatMap((identity) => {
    const carrier = carriers.get(identity.id);
    const own = wanted.has(identity.id) ? [identity] : [];
    return carrier === undefined ? own : [...own, { ...identity, id: carrier }];
  });
  for (const table of ['match_keys', 'contact_points']) {
    await tx.run({
      text: `delete from app.${table} where org_id = $1 and record_id = any($2::uuid[])`,
      values: [tx.orgId, ids],
    });
  }
  await insertMatchKeys(
    tx,
    known.flatMap(({ id, keys }) => keys.map(({ kind, key }) => ({ kind, key, recordId: id }))),
  );
  await insertContactPoints(
    tx,
    known.flatMap(({ id, points }) => points.map(({ kind, normalized }) => ({ kind, normalized, recordId: id }))),
  );
}

/** Makes the words of records anew from their title, number and the texts of their kind. */
async function remakeWords(tx: Tx, registry: Registry, ids: readonly string[]): Promise<void> {
  // Locked before the texts are read: whoever changes one meanwhile waits, and writes the newer words after this.
  const heads = await tx.many(sql<Head>`select id, kind, number, title from app.records
    where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
  const texts = new Map<string, (string | null)[]>();
  for (const [kind, ofKind] of Map.groupBy(heads, (head) => head.kind)) {
    const found = await registry.kinds.get(kind)?.searchable?.(
      tx,
      ofKind.map(({ id }) => id),
    );
    for (const record of found ?? []) texts.set(record.id, record.texts);
  }
  const rows = heads.map(({ id, title, number }) => ({
    id,
    words: tokensFor([title, number, ...(texts.get(id) ?? [])]),
  }));
  await tx.run({
    name: 'records_remake',
    text: `update app.records r set tok = array_to_tsvector(w.words)
      from jsonb_to_recordset($2::jsonb) as w(id uuid, words text[])
      where r.org_id = $1 and r.id = w.id and r.tok is distinct from array_to_tsvector(w.words)`,
    values: [tx.orgId, JSON.stringify(rows)],
  });
}

/** Makes what records are found by anew from an id on; returns the ids it went through. */
export async function remakeRecords(tx: Tx, registry: Registry, after: string, count: number): Promise<string[]> {
  const heads = await tx.many(sql<Pick<Head, 'id' | 'kind'>>`
    select id, kind from seen.records where org_id = ${tx.orgId}::uuid and id > ${after}::uuid and purged_at is null
    order by id limit ${count}`);
  // Rows of the chapters before heads, as every change of a record locks them.
  for (const [kind, ofKind] of Map.groupBy(heads, (head) => head.kind)) {
    const identity = registry.kinds.get(kind)?.identity;
    const ids = ofKind.map(({ id }) => id);
    if (identity) await remakeIdentities(tx, ids, identity);
  }
  const ids = heads.map(({ id }) => id);
  await remakeWords(tx, registry, ids);
  return ids;
}
