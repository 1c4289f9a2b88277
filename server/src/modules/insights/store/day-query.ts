import type { WorkItem } from '@dealtrail/protocol/insights';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import { openWork, type WorkLine } from '../../activities/index.ts';
import { leadWorth } from '../../leads/index.ts';
import { type Departments, teamIds } from '../../organization/index.ts';

/** Lines of one section that a page of Today shows; its count counts all. */
const LINES_A_SECTION = 50;
/** Lines of a colleague that a supervisor sees before asking for all. */
const LINES_A_MEMBER = 3;

/** One line of somebody's day with the size of its section. */
export type DayLine = Omit<WorkLine, 'paused' | 'lateReason' | 'clockDueAt'> & {
  readonly section: WorkItem['section'];
  readonly total: number;
};

/** Who looks at whose day, and the moments that part its sections. */
export interface DayAsked {
  readonly actor: Actor;
  readonly registry: Registry;
  readonly memberId: string;
  readonly bounds: { readonly now: Date; readonly tomorrow: Date; readonly horizon: Date };
}

/** Lines about records the actor sees; a colleague's private tasks stay out. */
const seenBy = (actor: Actor, registry: Registry): RawBuilder<unknown> => sql`
  join seen.records r on r.org_id = ${actor.orgId}::uuid and r.id = w.record_id and ${visibleHead(actor, registry, 'r')}`;

const idOf = (alias: string): RawBuilder<string> => sql.raw(`coalesce(${alias}.clock_id, ${alias}.task_id)`);

/** Those whose work the actor does, themselves first. */
const workedFor = ({ memberId, standsFor = [] }: Actor): string[] => [
  memberId,
  ...standsFor.map((away) => away.memberId),
];

/** Lines that are the actor's own, or about records they see in place of somebody away. */
const ownOrSeen = (actor: Actor, registry: Registry): RawBuilder<unknown> =>
  workedFor(actor).length === 1
    ? sql``
    : sql`join lateral (select 1 where w.member_id = ${actor.memberId}::uuid or exists (
        select 1 from seen.records r where r.org_id = ${actor.orgId}::uuid and r.id = w.record_id and ${visibleHead(actor, registry, 'r')})) as meant on true`;

/**
 * Whose work a day holds: the member's; their own day also that of those they stand in for, and what waits for anybody
 * who may assign it.
 */
const ownWork = (actor: Actor, memberId: string) => ({
  members: sql`${memberId === actor.memberId ? workedFor(actor) : [memberId]}::uuid[]`,
  ...(memberId === actor.memberId ? { unowned: { memberId, on: visible(actor, 'leads.assign', 'r') } } : {}),
});

/**
 * Query for the open work of one member, section by section in the order of due moments, of equal ones the most
 * promising lead first (R17).
 */
export function dayQuery({ actor, registry, memberId, bounds }: DayAsked) {
  const own = memberId === actor.memberId;
  const work = openWork(actor.orgId, ownWork(actor, memberId));
  return sql<DayLine>`
    select d.clock_id, d.task_id, d.record_id, d.member_id, d.policy_key, d.due_at, d.section, d.total from (
      select w.*, s.section, count(*) over (partition by s.section)::int as total,
        row_number() over (partition by s.section
          order by w.due_at nulls last, ${leadWorth(actor.orgId, 'w.record_id')} desc nulls last, ${idOf('w')}) as place
      from ${work} w ${own ? ownOrSeen(actor, registry) : seenBy(actor, registry)}
      cross join lateral (select case when w.paused then 'paused' when w.due_at < ${bounds.now}::timestamptz then 'overdue'
        when w.due_at < ${bounds.tomorrow}::timestamptz then 'today'
        when w.due_at is null or w.due_at < ${bounds.horizon}::timestamptz then 'next' end as section) s
      where s.section is not null
    ) d where d.place <= ${LINES_A_SECTION}
    order by array_position(array['overdue', 'today', 'next', 'paused'], d.section), d.place`;
}

/** Query for the number of overdue lines of the actor's own day, without reading them. */
export function overdueQuery(actor: Actor, registry: Registry, now: Date) {
  const work = openWork(actor.orgId, ownWork(actor, actor.memberId));
  return sql<{ overdue: number }>`
    select count(*)::int as overdue from ${work} w ${ownOrSeen(actor, registry)} where not w.paused and w.due_at < ${now}::timestamptz`;
}

/** One overdue line of a colleague with the sums of that person. */
export type OwedLine = Omit<DayLine, 'section' | 'total'> & {
  readonly memberId: string;
  readonly overdue: number;
  readonly unexplained: number;
  /** Why lines of that person are late, one entry a line that was explained. */
  readonly reasons: string[] | null;
};

/** Query for what each member of the departments owes: the sums, and the oldest lines. */
export function owedQuery(actor: Actor, registry: Registry, departments: Departments, now: Date) {
  const work = openWork(actor.orgId, { members: teamIds(actor.orgId, departments) });
  return sql<OwedLine>`
    select d.member_id, d.overdue, d.unexplained, d.reasons, d.clock_id, d.task_id, d.record_id, d.policy_key, d.due_at from (
      select w.*, count(*) over (partition by w.member_id)::int as overdue,
        count(*) filter (where w.clock_due_at < ${now}::timestamptz and w.late_reason is null) over (partition by w.member_id)::int as unexplained,
        array_agg(w.late_reason) filter (where w.late_reason is not null) over (partition by w.member_id) as reasons,
        row_number() over (partition by w.member_id order by w.due_at, ${idOf('w')}) as place
      from ${work} w ${seenBy(actor, registry)}
      where not w.paused and w.due_at < ${now}::timestamptz
    ) d where d.place <= ${LINES_A_MEMBER} order by d.overdue desc, d.member_id, d.place`;
}
