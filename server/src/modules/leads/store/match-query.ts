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
 * a customer are known by their contact points.
 */
export function matchQuery(orgId: string, keys: readonly LeadKey[]) {
  const kinds = keys.map(({ kind }) => kind);
  const texts = keys.map(({ key }) => key);
  return sql<Match>`
    with wanted(kind, key) as (select * from unnest(${kinds}::text[], ${texts}::text[])),
    hit as (
      select w.kind, w.key, m.record_id from wanted w
      join seen.match_keys m on m.org_id = ${orgId}::uuid and m.key_kind = w.kind and m.key = w.key
      union
      select w.kind, w.key, p.record_id from wanted w
      join seen.contact_points p on p.org_id = ${orgId}::uuid and p.kind = w.kind and p.normalized = w.key
      join seen.records c on c.org_id = ${orgId}::uuid and c.id = p.record_id and c.kind = 'customer'
    )
    select h.kind as match_kind, h.key, h.record_id, r.kind as record_kind from hit h
    join seen.records r on r.org_id = ${orgId}::uuid and r.id = h.record_id and r.deleted_at is null and r.merged_into is null
      and r.kind in ('lead', 'customer')
    order by r.created_at, h.record_id`;
}
