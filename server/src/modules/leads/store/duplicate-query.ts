import type { DuplicateHit } from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { Match } from './match-query.ts';

interface HitRow {
  readonly id: string;
  readonly recordKind: 'lead' | 'customer';
  readonly number: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly departmentName: string | null;
  readonly visible: boolean;
}

/** Query for what may be told of matching records; `visible` says whether the actor sees them at all. */
export function hitQuery(actor: Actor, ids: readonly string[]) {
  return sql<HitRow>`
    select r.id, r.kind as record_kind, r.number, r.title, m.name as owner_name, d.name as department_name,
      case r.kind when 'lead' then ${visible(actor, 'leads.read', 'r')} else ${visible(actor, 'customers.read', 'r')} end as visible
    from seen.records r
    left join seen.members m on m.org_id = r.org_id and m.id = r.owner_id
    left join seen.departments d on d.org_id = r.org_id and d.id = r.department_id
    where r.org_id = ${actor.orgId}::uuid and r.id = any(${ids}::uuid[]) order by r.created_at, r.id`;
}

/**
 * A hit as the actor may know it (REQUIREMENTS, "Privacy where rules meet"). Of a record one may not see: by company
 * whose it is, by number or address alone only that it exists; never its id or title.
 */
export function presentHit(row: HitRow, matches: readonly Match[]): DuplicateHit {
  const matchedBy = [
    ...new Set(matches.filter((match) => match.recordId === row.id).map(({ matchKind }) => matchKind)),
  ];
  const { recordKind } = row;
  if (row.visible) return { ...row, matchedBy };
  const named = matchedBy.includes('company');
  return {
    recordKind,
    matchedBy,
    visible: false,
    id: null,
    number: null,
    title: null,
    ownerName: named ? row.ownerName : null,
    departmentName: named ? row.departmentName : null,
  };
}
