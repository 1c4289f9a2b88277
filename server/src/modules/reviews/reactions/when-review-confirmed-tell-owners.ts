import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { DeliveredEvent } from '../../../kernel/events/delivered-event.ts';
import type { Reaction } from '../../../kernel/house/module.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { MINUTES_CONFIRMED } from '../clocks.ts';

interface Told {
  readonly ownerId: string;
  readonly count: number;
}

async function tellOwners(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const { memberIds } = event.data as { memberIds: string[] };
  const [heading] = await tx.many(sql<{ title: string; by: string | null }>`
    select r.title, m.name as by from seen.records r
    left join seen.members m on m.org_id = r.org_id and m.id = ${event.actorId}::uuid
    where r.org_id = ${tx.orgId}::uuid and r.id = ${event.recordId}::uuid and r.deleted_at is null`);
  if (!heading) return;
  const owned = await tx.many(sql<Told>`
    select a.owner_id, count(*)::int as count from seen.review_actions a
    where a.org_id = ${tx.orgId}::uuid and a.review_id = ${event.recordId}::uuid group by a.owner_id`);
  const counts = new Map(owned.map(({ ownerId, count }) => [ownerId, count]));
  for (const memberId of memberIds) {
    const count = counts.get(memberId) ?? 0;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [memberId],
      kind: 'reviews.confirmed',
      // Owners of an action need not see the review; the task tells them what to do.
      recordId: null,
      recordKind: null,
      text: {
        key: `reviews.notice.${count > 0 ? 'actions' : 'minutes'}`,
        params: { title: heading.title, by: heading.by ?? '', count },
      },
    });
  }
}

/** Owners of actions and participants hear that the minutes stand. */
export const whenReviewConfirmedTellOwners: Reaction = {
  name: 'reviews.tellOwners',
  on: [MINUTES_CONFIRMED],
  concerns: (data) => Array.isArray(data.memberIds) && data.memberIds.length > 0,
  run: ({ tx, event, services }) => tellOwners(tx, event, services),
};
