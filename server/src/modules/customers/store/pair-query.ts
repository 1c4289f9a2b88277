import { sql } from 'kysely';
import type { IdentityKey } from '../rules/identity/party.ts';
import { matcher } from '../rules/identity/probe-order.ts';

/** A record with all its keys as kind, blank, key. */
export interface KeyedRecord {
  readonly id: string;
  readonly kind: 'lead' | 'customer';
  readonly keyTexts: readonly string[];
}

const keys = (orgId: string) => sql`
  array(select k.key_kind || ' ' || k.key from seen.match_keys k where k.org_id = ${orgId}::uuid and k.record_id = r.id)
  || array(select c.kind || ' ' || c.normalized from seen.contact_points c where c.org_id = ${orgId}::uuid and c.record_id = r.id)`;

/** Query for the next living leads and customers after an id, in the order of their ids. */
export function nextRecordsQuery(orgId: string, after: string | null, limit: number) {
  return sql<KeyedRecord>`
    select r.id, r.kind, ${keys(orgId)} as key_texts from seen.records r
    where r.org_id = ${orgId}::uuid and r.kind in ('lead', 'customer') and r.deleted_at is null and r.merged_into is null
      and r.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
    order by r.id limit ${limit}`;
}

/** Query for living records by their ids. */
export function keyedRecordsQuery(orgId: string, ids: readonly string[]) {
  return sql<KeyedRecord>`
    select r.id, r.kind, ${keys(orgId)} as key_texts from seen.records r
    where r.org_id = ${orgId}::uuid and r.id = any(${[...ids]}::uuid[]) and r.kind in ('lead', 'customer')
      and r.deleted_at is null and r.merged_into is null`;
}

/** A key to look for, and the record that looks. */
export interface RecordProbe {
  readonly recordId: string;
  readonly key: IdentityKey;
}

/** Query for pairs that share a key: each record meets those of a greater id, so that a pair is met once. */
export function metPairsQuery(orgId: string, probes: readonly RecordProbe[]) {
  const ids = probes.map(({ recordId }) => recordId);
  const kinds = probes.map(({ key }) => key.kind);
  const texts = probes.map(({ key }) => key.key);
  return sql<{ oneId: string; otherId: string }>`
    with wanted(one_id, kind, key) as (select * from unnest(${ids}::uuid[], ${kinds}::text[], ${texts}::text[]))
    select w.one_id, m.record_id as other_id from wanted w cross join lateral (
      select k.record_id from seen.match_keys k
      where k.org_id = ${orgId}::uuid and k.key_kind = w.kind and k.key = w.key and k.record_id > w.one_id
      order by k.record_id offset 0 limit ${matcher.ofKey}
    ) m where w.kind not in ('phone', 'email')
    union
    select w.one_id, p.record_id as other_id from wanted w cross join lateral (
      select c.record_id from seen.contact_points c
      where c.org_id = ${orgId}::uuid and c.normalized = w.key and c.kind = w.kind and c.record_id > w.one_id
      offset 0 limit ${matcher.ofKey}
    ) p where w.kind in ('phone', 'email')`;
}
