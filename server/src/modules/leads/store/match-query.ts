import { sql } from 'kysely';
import type { LeadKey, MatchKind } from '../intake/normalise-lead.ts';

/** A record that shares a key with a lead, whoever owns it. */
export interface Match {
  readonly matchKind: MatchKind;
  readonly key: string;
  readonly recordId: string;
  readonly recordKind: 'lead' | 'customer';
}

/**
 * Query for living leads and customers that share one of the keys: company, outer id, number or address. The people of
 * a customer are known by their contact points. `offset 0` makes each key one look into an index: on a table that has
 * just grown the planner knows no better and would join the whole of it.
 */
export function matchQuery(orgId: string, keys: readonly LeadKey[]) {
  const kinds = keys.map(({ kind }) => kind);
  const texts = keys.map(({ key }) => key);
  return sql<Match>`
    with wanted(kind, key) as (select * from unnest(${kinds}::text[], ${texts}::text[])),
    hit as (
      select w.kind, w.key, m.record_id from wanted w cross join lateral (
        select k.record_id from seen.match_keys k
        where k.org_id = ${orgId}::uuid and k.key_kind = w.kind and k.key = w.key offset 0
      ) m
      union
      select w.kind, w.key, p.record_id from wanted w cross join lateral (
        select c.record_id from seen.contact_points c
        where c.org_id = ${orgId}::uuid and c.normalized = w.key and c.kind = w.kind offset 0
      ) p
    )
    select h.kind as match_kind, h.key, h.record_id, r.kind as record_kind from hit h cross join lateral (
      select d.kind, d.created_at, d.deleted_at, d.merged_into from seen.records d
      where d.org_id = ${orgId}::uuid and d.id = h.record_id offset 0
    ) r
    where r.kind in ('lead', 'customer') and r.deleted_at is null and r.merged_into is null
    order by r.created_at, h.record_id`;
}
