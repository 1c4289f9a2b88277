import { sql } from 'kysely';

/** A member as the distribution of leads sees them. */
export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly capacity: number | null;
  readonly absent: boolean;
  readonly administrator: boolean;
  /** Scopes in which their roles let them follow up leads. */
  readonly scopes: readonly string[];
  readonly openLoad: number;
}

/** A department with its place in the tree. */
export interface DepartmentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly supervisorId: string | null;
}

/** Query for the active members with their open leads; `today` (yyyy-mm-dd) decides who is away. */
export function rosterQuery(orgId: string, today: string) {
  return sql<RosterRow>`
    select m.id, m.name, m.department_id, m.lead_capacity as capacity,
      (m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from <= ${today}::date, true) and coalesce(m.absent_until >= ${today}::date, true) as absent,
      exists(select 1 from seen.member_roles a where a.org_id = m.org_id and a.member_id = m.id and a.role_key = 'administrator') as administrator,
      array(select r.grants ->> 'leads.followUp' from seen.member_roles mr
        join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'leads.followUp') as scopes,
      (select count(*)::int from seen.leads l where l.org_id = m.org_id and l.owner_id = m.id
        and l.state in ('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating')
        and not exists (select 1 from seen.records gone where gone.org_id = l.org_id and gone.id = l.id and gone.deleted_at is not null)) as open_load
    from seen.members m where m.org_id = ${orgId}::uuid and m.active order by m.id`;
}

/** Query for the departments. */
export function departmentsQuery(orgId: string) {
  return sql<DepartmentRow>`select id, parent_id, supervisor_id from seen.departments where org_id = ${orgId}::uuid`;
}
