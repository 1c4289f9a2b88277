import { sql } from 'kysely';
import type { Why } from '@dealtrail/protocol/kernel';
import type { RowOf } from '../../../kernel/db/index.ts';

/** One line of a record's history: a fact with its sentence, or a follow-up as JSON of its row. */
export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly text: Why | null;
  readonly actorName: string | null;
  readonly followUp: (RowOf<'follow_ups'> & { readonly behalfName: string | null }) | null;
  readonly comment: string | null;
}

/**
 * Query for the newest lines of a record and of the records whose history it carries on, before a moment. Lines of one
 * instant stay together, so more rows than asked may come.
 */
export function timelineQuery(orgId: string, recordId: string, before: Date | undefined, rows: number) {
  const earlier = (column: string) =>
    before === undefined ? sql`true` : sql`${sql.raw(column)} < ${before}::timestamptz`;
  const carried = sql`any(array(
    select ${recordId}::uuid union select l.from_id from seen.record_links l where l.org_id = ${orgId}::uuid and l.to_id = ${recordId}::uuid))`;
  return sql<TimelineRow>`
    select line.id, line.at, line.type, line.text, m.name as actor_name, line.follow_up, line.comment from (
      (select e.id, e.at, e.type, e.text, e.actor_id, null::jsonb as follow_up, null as comment from seen.events e
        where e.org_id = ${orgId}::uuid and e.record_id = ${carried} and e.text is not null and ${earlier('e.at')}
        order by e.at desc fetch first ${rows} rows with ties)
      union all
      (select f.id, f.occurred_at, 'activities.follow_up', null, f.author_id, jsonb_build_object(
          'id', f.id, 'recordId', f.record_id, 'number', f.number, 'method', f.method, 'outcome', f.outcome, 'content', f.content,
          'feedback', f.feedback, 'nextStep', f.next_step, 'nextStepOn', f.next_step_on, 'nextStepTime', f.next_step_time, 'occurredAt', f.occurred_at,
          'enteredAt', f.entered_at, 'enteredLate', f.entered_late, 'authorId', f.author_id, 'stateAfter', f.state_after, 'behalfName', (select b.name from seen.members b where b.org_id = f.org_id and b.id = f.behalf_of)), null
        from seen.follow_ups f
        where f.org_id = ${orgId}::uuid and f.record_id = ${carried} and ${earlier('f.occurred_at')}
        order by f.occurred_at desc fetch first ${rows} rows with ties)
      union all
      (select c.id, c.at, 'activities.comment', null, c.author_id, null, c.text from seen.comments c
        where c.org_id = ${orgId}::uuid and c.record_id = ${carried} and ${earlier('c.at')}
        order by c.at desc fetch first ${rows} rows with ties)
    ) line
    left join seen.members m on m.org_id = ${orgId}::uuid and m.id = line.actor_id
    order by line.at desc, line.id desc`;
}
