import { sql } from 'kysely';
import { membersWhere } from '../../modules/organization/index.ts';

/** More than a demo makes up. */
const MOST = 200;

/** Query for those of these members who are still there, with their roles and department. */
export function stillThere(orgId: string, memberIds: readonly string[]) {
  return membersWhere(orgId, sql`m.active and m.id = any(${[...memberIds]}::uuid[])`, MOST);
}

/** Query for how much of their work is late at a moment, by member. */
export function lateWork(orgId: string, now: Date) {
  return sql<{ memberId: string; late: number }>`
    select c.owner_id as member_id, count(*)::int as late from seen.clocks c
    where c.org_id = ${orgId}::uuid and c.stopped_at is null and c.state = 'running' and c.due_at < ${now} and c.owner_id is not null
    group by c.owner_id`;
}
