import { sql } from 'kysely';
import type { duplicates } from '../../customers/index.ts';

/** A lead that shares a key with a row of a file, whoever owns it. */
export interface Match {
  readonly kind: string;
  readonly key: string;
  readonly leadId: string;
  readonly companyName: string | null;
}

/**
 * Query for living leads that share one of the keys, the oldest first. `offset 0` makes each key one look into an
 * index: on a table that has just grown the planner knows no better and would join the whole of it.
 */
export function matchQuery(orgId: string, keys: readonly duplicates.IdentityKey[]) {
  const kinds = keys.map(({ kind }) => kind);
  const texts = keys.map(({ key }) => key);
  return sql<Match>`
    with wanted(kind, key) as (select * from unnest(${kinds}::text[], ${texts}::text[])),
    hit as (
      select w.kind, w.key, m.record_id from wanted w cross join lateral (
        select k.record_id from seen.match_keys k
        where k.org_id = ${orgId}::uuid and k.key_kind = w.kind and k.key = w.key offset 0
      ) m where w.kind not in ('phone', 'email')
      union
      select w.kind, w.key, p.record_id from wanted w cross join lateral (
        select c.record_id from seen.contact_points c
        where c.org_id = ${orgId}::uuid and c.normalized = w.key and c.kind = w.kind offset 0
      ) p where w.kind in ('phone', 'email')
    )
    select h.kind, h.key, h.record_id as lead_id, r.company_name from hit h cross join lateral (
      select l.company_name, d.created_at from seen.records d
      join seen.leads l on l.org_id = d.org_id and l.id = d.id
      where d.org_id = ${orgId}::uuid and d.id = h.record_id and d.deleted_at is null and d.merged_into is null offset 0
    ) r
    order by r.created_at, h.record_id`;
}
