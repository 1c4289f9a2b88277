import type { FormerAction } from '@dealtrail/protocol/reviews';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import type { ReviewRow } from './review-store.ts';

type FormerFacts = Omit<FormerAction, 'doneAt'> & { readonly doneAt: Date | null };

/**
 * Query for what became of earlier actions: all of the review before, and of those before it what is still open and was
 * not taken over; what is not done on top, the longest due first.
 */
export function formerActionsQuery(actor: Actor, registry: Registry, review: ReviewRow, today: string) {
  return sql<FormerFacts>`
    with last as (
      select v.id from seen.reviews v where v.org_id = ${actor.orgId}::uuid and v.department_id = ${review.departmentId}::uuid
        and v.cadence = ${review.cadence} and v.state = 'confirmed' and v.from_on < ${review.fromOn}::date
      order by v.from_on desc limit 1
    )
    select a.id, case when r.id is not null then a.record_id end as record_id, r.kind as record_kind, r.title as record_title,
      a.point, a.action as text, a.owner_id, m.name as owner_name, a.due_on, a.carries_id, a.task_id, t.done_at,
      (t.done_at is null and a.due_on < ${today}::date) as overdue,
      (select b.id from seen.review_actions b
        where b.org_id = a.org_id and b.carries_id = a.id and b.review_id = ${review.id}::uuid limit 1) as carried_as
    from seen.review_actions a
    join seen.reviews v on v.org_id = a.org_id and v.id = a.review_id
    join seen.tasks t on t.org_id = a.org_id and t.id = a.task_id and t.cancelled_at is null
    left join seen.records r on r.org_id = a.org_id and r.id = a.record_id and ${visibleHead(actor, registry, 'r')}
    left join seen.members m on m.org_id = a.org_id and m.id = a.owner_id
    where a.org_id = ${actor.orgId}::uuid and v.department_id = ${review.departmentId}::uuid and v.cadence = ${review.cadence}
      and v.state = 'confirmed' and v.from_on < ${review.fromOn}::date
      and (v.id = (select id from last) or (t.done_at is null and not exists (
        select 1 from seen.review_actions later join seen.reviews w on w.org_id = later.org_id and w.id = later.review_id
        where later.org_id = a.org_id and later.carries_id = a.id and w.state = 'confirmed')))
    order by t.done_at is not null, a.due_on, a.id limit 200`;
}

/** An earlier action as answers show it. */
export function presentFormer(action: FormerFacts): FormerAction {
  return { ...action, doneAt: action.doneAt?.toISOString() ?? null };
}

/** Query for earlier actions by their ids, with their tasks. */
export function actionsByIds(orgId: string, ids: readonly string[]) {
  return sql<{ id: string; taskId: string | null }>`
    select a.id, a.task_id from seen.review_actions a where a.org_id = ${orgId}::uuid and a.id = any(${[...ids]}::uuid[])`;
}
