import type { Leave } from '@dealtrail/protocol/organization';
import { type RawBuilder, sql } from 'kysely';

/** SQL condition: the member is away on that day; the alias is of members. */
export function awayOn(alias: string, today: RawBuilder<unknown>): RawBuilder<boolean> {
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  return sql<boolean>`((${column('absent_from')} is not null or ${column('absent_until')} is not null)
    and coalesce(${column('absent_from')}, ${today}) <= ${today} and coalesce(${column('absent_until')}, ${today}) >= ${today})`;
}

/** Query for the leaves of active members of this condition on `m`, who is away first; at most 500. */
export function leavesWhere(orgId: string, condition: RawBuilder<unknown>, today: string) {
  const away = awayOn('m', sql`${today}::date`);
  return sql<Leave>`
    select m.id as member_id, m.name, d.name as department_name, m.absent_from as "from", m.absent_until as until,
      m.deputy_id, s.name as deputy_name, ${away} as away, m.version
    from seen.members m
    left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    left join seen.members s on s.org_id = m.org_id and s.id = m.deputy_id
    where m.org_id = ${orgId}::uuid and m.active and ${condition}
    order by ${away} desc, m.absent_from nulls last, m.pinyin, m.id limit 500`;
}

/** Query for those who name this member as their deputy, now or on a day to come. */
export function standsForQuery(orgId: string, deputyId: string, today: string) {
  return leavesWhere(
    orgId,
    sql`m.deputy_id = ${deputyId}::uuid and (m.absent_until is null or m.absent_until >= ${today}::date)`,
    today,
  );
}
