import { sql } from 'kysely';
import type { TeamNode } from '../rules/team.ts';

/** Query for the open departments with their active supervisors. */
export function departmentsQuery(orgId: string) {
  return sql<TeamNode>`
    select d.id, d.name, d.parent_id, s.id as supervisor_id from seen.departments d
    left join seen.members s on s.org_id = d.org_id and s.id = d.supervisor_id and s.active
    where d.org_id = ${orgId}::uuid and d.closed_at is null order by d.position, d.name, d.id`;
}
