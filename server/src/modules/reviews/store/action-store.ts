import type { ReviewAction } from '@dealtrail/protocol/reviews';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import { reviewActionsTable } from '../tables.ts';

export type ActionRow = RowOf<'review_actions'>;

type ActionFacts = Omit<ReviewAction, 'doneAt'> & { readonly doneAt: Date | null; readonly overdue: boolean };

/** Query for the actions of a review, those on records the reader may not see without the record. */
export function actionsQuery(actor: Actor, registry: Registry, reviewId: string, today: string) {
  return sql<ActionFacts>`
    select a.id, case when r.id is not null then a.record_id end as record_id, r.kind as record_kind, r.title as record_title,
      a.point, a.action as text, a.owner_id, m.name as owner_name, a.due_on, a.carries_id, a.task_id, t.done_at,
      (t.id is not null and t.done_at is null and t.cancelled_at is null and a.due_on < ${today}::date) as overdue
    from seen.review_actions a
    left join seen.records r on r.org_id = a.org_id and r.id = a.record_id and ${visibleHead(actor, registry, 'r')}
    left join seen.members m on m.org_id = a.org_id and m.id = a.owner_id
    left join seen.tasks t on t.org_id = a.org_id and t.id = a.task_id
    where a.org_id = ${actor.orgId}::uuid and a.review_id = ${reviewId}::uuid order by a.id`;
}

/** An action as answers show it. */
export function presentAction({ overdue: _overdue, doneAt, ...action }: ActionFacts): ReviewAction {
  return { ...action, doneAt: doneAt?.toISOString() ?? null };
}

/** Query for the actions of a review as they are kept. */
export function keptActions(orgId: string, reviewId: string) {
  return sql<ActionRow>`
    select * from seen.review_actions a where a.org_id = ${orgId}::uuid and a.review_id = ${reviewId}::uuid order by a.id`;
}

/** Locks one action of a review; undefined when it is none of its own. */
export async function lockAction(tx: Tx, reviewId: string, id: string): Promise<ActionRow | undefined> {
  const action = await tx.lock(reviewActionsTable, { id });
  return action?.reviewId === reviewId ? action : undefined;
}

/** Keeps new actions. */
export async function insertActions(tx: Tx, actions: readonly NewRow<'review_actions'>[]): Promise<void> {
  await tx.insert(reviewActionsTable, actions);
}

/** Saves what changed of actions. */
export async function saveActions(
  tx: Tx,
  changes: readonly { readonly before: ActionRow; readonly patch: Partial<NewRow<'review_actions'>> }[],
): Promise<void> {
  await tx.updateMany(reviewActionsTable, changes);
}

/** Takes an action off its review. */
export async function removeAction(tx: Tx, action: ActionRow): Promise<void> {
  await tx.remove(reviewActionsTable, action);
}
