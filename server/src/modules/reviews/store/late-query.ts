import type { Filter } from '@dealtrail/protocol/kernel';
import type { LateRecord } from '@dealtrail/protocol/reviews';
import { sql } from 'kysely';
import { openClockList } from '../../../kernel/clocks/board/board-list.ts';
import type { ListContext } from '../../../kernel/lists/index.ts';
import { instant, listCondition } from '../../../kernel/lists/index.ts';
import { drillOf } from '../../insights/index.ts';

/** More overdue records than this nobody goes through in a week's check. */
export const MOST_LATE = 300;
/** Time limits of so many records; a record seldom has more than three. */
const MOST_CLOCKS = 1_000;

/** Who asks, and by which rights. */
export type Asker = Pick<ListContext, 'actor' | 'time' | 'services'>;

/** One missed time limit with the record it hangs on. */
export interface LateClockRow {
  readonly id: string;
  readonly recordId: string;
  readonly recordKind: string;
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly policyKey: string;
  readonly dueAt: string;
  readonly lateReason: string | null;
  readonly lateNote: string | null;
  readonly namedBy: string | null;
}

/** The filter of the clock board for what these departments are late with; reviews themselves are not looked at. */
export function lateFilter(departmentIds: readonly string[]): string {
  const questions: Filter[] = [
    { field: 'state', op: 'eq', value: 'running' },
    { field: 'dueAt', op: 'lt', value: { relative: '0h' } },
    { field: 'departmentId', op: 'in', value: [...departmentIds] },
    { field: 'recordKind', op: 'ne', value: 'review' },
  ];
  return drillOf(...questions);
}

/** Query for the missed time limits that filter opens on the board, the longest missed first, with who named the cause. */
export function lateClocksQuery(asker: Asker, filter: string) {
  const { orgId } = asker.actor;
  return sql<LateClockRow>`
    select c.id, c.record_id, r.kind as record_kind, r.number, r.title, r.owner_id, o.name as owner_name, c.policy_key,
      ${sql.raw(instant('c.due_at'))} as due_at, c.late_reason, c.late_note,
      case when c.late_reason is not null then (select a.name from seen.events e
        join seen.members a on a.org_id = e.org_id and a.id = e.actor_id
        where e.org_id = ${orgId}::uuid and e.record_id = c.record_id and e.type = 'clocks.late_reason_given'
          and e.data ->> 'clockId' = c.id::text
        order by e.at desc limit 1) end as named_by
    from ${sql.raw(openClockList.source)} left join seen.members o on o.org_id = r.org_id and o.id = r.owner_id
    where ${listCondition(asker, openClockList, { filter })}
    order by c.due_at, c.id limit ${MOST_CLOCKS}`;
}

/** Missed time limits put together by record, the longest missed first. */
export function byRecord(rows: readonly LateClockRow[]): LateRecord[] {
  return [...Map.groupBy(rows, ({ recordId }) => recordId)].flatMap(([recordId, clocks]) => {
    const [first] = clocks;
    if (!first) return [];
    const { recordKind, number, title, ownerId, ownerName, dueAt } = first;
    return {
      recordId,
      recordKind,
      number,
      title,
      ownerId,
      ownerName,
      since: dueAt,
      clocks: clocks.map((clock) => ({
        id: clock.id,
        policyKey: clock.policyKey,
        dueAt: clock.dueAt,
        lateReason: clock.lateReason,
        lateNote: clock.lateNote,
        namedBy: clock.namedBy,
      })),
      explained: clocks.every(({ lateReason }) => lateReason !== null),
    };
  });
}
