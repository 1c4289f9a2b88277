import { sql } from 'kysely';
import type { Query } from '../db/index.ts';

/** A fact as far as the streams go: where it stands in the organisation's order, and who may hear of it. */
export interface ChangeRow {
  readonly seq: number;
  readonly recordId: string;
  readonly version: number | null;
  /** Kind, owner and department of the record's head as it is now; null where the fact is about none. */
  readonly kind: string | null;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  /** The member a fact about their own messages is for. */
  readonly memberId: string | null;
}

/** Facts one pass reads; who is further behind reads everything again. */
export const BATCH = 500;

/** The facts after a place in the order, with all that rights are judged on: one query whoever listens. */
export function changesAfter(orgId: string, seq: number): Query<ChangeRow> {
  return sql<ChangeRow>`
    select e.seq, e.record_id, e.record_version as version, r.kind, r.owner_id, r.department_id,
      case when e.type like 'notifications.%' then e.data ->> 'memberId' end as member_id
    from seen.events e left join seen.records r on r.org_id = ${orgId}::uuid and r.id = e.record_id
    where e.org_id = ${orgId}::uuid and e.seq > ${seq}::bigint order by e.seq limit ${BATCH}`;
}

/** Facts a new stream looks back over, at most. */
const LOOKED_AT = 100;

/** The end of the order, and the place after which the facts since an instant stand. */
export function edgeQuery(orgId: string, since: Date): Query<{ last: number; recent: number }> {
  return sql<{ last: number; recent: number }>`
    select coalesce(max(e.seq), 0) as last, coalesce(min(e.seq) filter (where e.relayed_at > ${since}) - 1, max(e.seq), 0) as recent
    from (select seq, relayed_at from seen.events where org_id = ${orgId}::uuid and seq is not null
      order by seq desc limit ${LOOKED_AT}) e`;
}
