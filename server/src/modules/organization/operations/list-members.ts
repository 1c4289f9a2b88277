import * as protocol from '@dealtrail/protocol/organization';
import { Id } from '@dealtrail/protocol/kernel';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import {
  memberQuery,
  type MemberRow,
  membersWhere,
  MOST_MEMBERS,
  ownedQuery,
  skillsQuery,
  supervisedQuery,
} from '../store/member-store.ts';

const PAGE = 50;

const states: Record<NonNullable<protocol.MemberQuery['state']>, (today: string) => RawBuilder<unknown>> = {
  active: () => sql`m.active`,
  inactive: () => sql`not m.active`,
  invited: () => sql`m.active and m.invited_at is not null`,
  absent: (today) =>
    sql`m.active and m.absent_from <= ${today}::date and (m.absent_until is null or m.absent_until >= ${today}::date)`,
};

function departmentCondition(orgId: string, department: string): RawBuilder<unknown> {
  if (department === 'none') return sql`m.department_id is null`;
  return sql`m.department_id in (
    with recursive below as (
      select id from seen.departments where org_id = ${orgId}::uuid and id = ${department}::uuid
      union select d.id from seen.departments d join below b on d.parent_id = b.id where d.org_id = ${orgId}::uuid
    ) select id from below)`;
}

/** Free text: part of the name, its pinyin or initials, an address or a number, whatever the case and width. */
function textCondition(q: string): RawBuilder<unknown> {
  const asked = q.normalize('NFKC').toLowerCase();
  const letters = asked.replaceAll(/[\s']/g, '');
  return sql`(strpos(lower(m.name), ${asked}) > 0 or strpos(m.pinyin, ${letters}) > 0 or strpos(m.email, ${asked}) > 0
    or strpos(coalesce(m.mobile, ''), ${letters}) > 0 or strpos(lower(coalesce(m.staff_number, '')), ${asked}) > 0)`;
}

function conditionsOf(orgId: string, today: string, query: protocol.MemberQuery): RawBuilder<unknown> {
  const asked = [
    sql`true`,
    ...(query.state ? [states[query.state](today)] : []),
    ...(query.department ? [departmentCondition(orgId, query.department)] : []),
    ...(query.role
      ? [
          sql`exists (select 1 from seen.member_roles mr
            where mr.org_id = ${orgId}::uuid and mr.member_id = m.id and mr.role_key = ${query.role})`,
        ]
      : []),
    ...(query.q ? [textCondition(query.q)] : []),
  ];
  return sql.join(asked, sql` and `);
}

function cursorOf({ pinyin, id }: MemberRow): string {
  return Buffer.from(JSON.stringify([pinyin, id])).toString('base64url');
}

// Unsigned: it only says behind which name to go on, and the conditions hold whatever it says.
function behind(cursor: string): RawBuilder<unknown> {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const place = z.tuple([z.string().max(400), Id]).safeParse(read);
    if (place.success && !place.data[0].includes('\0')) {
      const [pinyin, id] = place.data;
      return sql`(m.pinyin, m.id) > (${pinyin}, ${id}::uuid)`;
    }
  } catch {
    // Falls through to the refusal.
  }
  throw problem('cursor_invalid');
}

/** Members by name, a page at a time. */
export const listMembers = handleRead(protocol.listMembers, async ({ actor, read, input, time }) => {
  const condition = conditionsOf(actor.orgId, time.today(actor.organization.zone), input);
  const limit = input.limit ?? PAGE;
  const from = input.cursor ? sql`${condition} and ${behind(input.cursor)}` : condition;
  const [rows, [total]] = await read.all([
    membersWhere(actor.orgId, from, limit === 0 ? 0 : limit + 1),
    sql<{ count: number }>`
      select count(*)::int as count from seen.members m
      where ${input.total !== undefined} and m.org_id = ${actor.orgId}::uuid and ${condition}`,
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit),
    nextCursor: last ? cursorOf(last) : null,
    ...(input.total ? { total: { count: total?.count ?? 0, exact: true } } : {}),
  };
});

/** One member with what they own and supervise. */
export const getMember = handleRead(protocol.getMember, async ({ actor, read, input }) => {
  const [[member], owned, supervises] = await read.all([
    memberQuery(actor.orgId, input.id),
    ownedQuery(actor.orgId, input.id),
    supervisedQuery(actor.orgId, input.id),
  ]);
  if (!member) throw problem('not_found');
  return { ...member, owned, supervises };
});

/** Names of active members, for pickers. */
export const listColleagues = handleRead(protocol.listColleagues, async ({ actor, read }) => ({
  items: await read.many(sql<protocol.Colleague>`
    select m.id, m.name, d.name as department_name, m.pinyin from seen.members m
    left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${actor.orgId}::uuid and m.active order by m.pinyin, m.id limit ${MOST_MEMBERS}`),
}));

/** The skills there are, so that everybody names them alike. */
export const listSkills = handleRead(protocol.listSkills, async ({ actor, read }) => ({
  items: await read.many(skillsQuery(actor.orgId)),
}));
