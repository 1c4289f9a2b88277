import { sql } from 'kysely';

/** A member as the distribution of leads sees them. */
export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly capacity: number | null;
  readonly skills: readonly string[];
  readonly absent: boolean;
  /** yyyy-mm-dd, both included; null leaves the end open. */
  readonly absentFrom: string | null;
  readonly absentUntil: string | null;
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

/** The states in which a lead weighs on its owner, as the index of open leads names them. */
const open = sql.raw(`l.state in ('assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating')`);

/**
 * Query for the active members with their open leads; `today` (yyyy-mm-dd) decides who is away. The loads are counted in
 * the index of open leads alone; the few in the recycle bin are taken off again.
 */
export function rosterQuery(orgId: string, today: string) {
  return sql<RosterRow>`
    with held as (
      select l.org_id, l.owner_id, count(*)::int as leads from seen.leads l
      where l.org_id = ${orgId}::uuid and ${open} group by l.org_id, l.owner_id
    ), gone as (
      select l.org_id, l.owner_id, count(*)::int as leads from seen.records r
      join seen.leads l on l.org_id = r.org_id and l.id = r.id and ${open}
      where r.org_id = ${orgId}::uuid and r.deleted_at is not null group by l.org_id, l.owner_id
    )
    select m.id, m.name, m.department_id, m.lead_capacity as capacity, m.skills, m.absent_from, m.absent_until,
      (m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from <= ${today}::date, true) and coalesce(m.absent_until >= ${today}::date, true) as absent,
      exists(select 1 from seen.member_roles a where a.org_id = m.org_id and a.member_id = m.id and a.role_key = 'administrator') as administrator,
      array(select r.grants ->> 'leads.followUp' from seen.member_roles mr
        join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'leads.followUp') as scopes,
      coalesce(h.leads, 0) - coalesce(g.leads, 0) as open_load
    from seen.members m
    left join held h on h.org_id = m.org_id and h.owner_id = m.id
    left join gone g on g.org_id = m.org_id and g.owner_id = m.id
    where m.org_id = ${orgId}::uuid and m.active order by m.id`;
}

/** Query for the departments. */
export function departmentsQuery(orgId: string) {
  return sql<DepartmentRow>`select id, parent_id, supervisor_id from seen.departments where org_id = ${orgId}::uuid`;
}
