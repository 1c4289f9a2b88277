import * as protocol from '@dealtrail/protocol/reviews';
import { stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { createTasks, replanTasks } from '../../activities/index.ts';
import { MINUTES_CONFIRMED } from '../clocks.ts';
import { missingIn, unmetOf } from '../rules/unmet.ts';
import { type ActionRow, keptActions, saveActions } from '../store/action-store.ts';
import { actionsByIds } from '../store/former-query.ts';
import { dueMoment, lockToHold, saveReview } from '../store/review-store.ts';
import { lookAt } from './look.ts';
import { lookingIn, showReview } from './show-review.ts';

/** Tasks of earlier actions that go on: they get the new words, owner and day, unless they were done meanwhile. */
async function goOn(tx: Tx, actions: readonly ActionRow[], zone: string): Promise<Map<string, string>> {
  const earlier = await tx.many(
    actionsByIds(
      tx.orgId,
      actions.flatMap(({ carriesId }) => carriesId ?? []),
    ),
  );
  const taskOf = new Map(earlier.flatMap(({ id, taskId }) => (taskId === null ? [] : [[id, taskId] as const])));
  const plans = new Map(
    actions.flatMap(({ carriesId, action, ownerId, dueOn }) => {
      const taskId = taskOf.get(carriesId ?? '');
      return taskId === undefined ? [] : [[taskId, { title: action, ownerId, dueAt: dueMoment(dueOn, zone) }] as const];
    }),
  );
  const open = new Set(await replanTasks(tx, plans));
  return new Map([...taskOf].filter(([, taskId]) => open.has(taskId)));
}

/** Makes the actions tasks of their owners. */
async function giveTasks(tx: Tx, reviewId: string, actions: readonly ActionRow[], zone: string): Promise<void> {
  const carried = await goOn(tx, actions, zone);
  const fresh = actions.filter(({ carriesId }) => !carried.has(carriesId ?? ''));
  const ids = await createTasks(
    tx,
    fresh.map(({ recordId, action, ownerId, dueOn }) => ({
      recordId: recordId ?? reviewId,
      kind: 'own',
      title: action,
      ownerId,
      dueAt: dueMoment(dueOn, zone),
    })),
  );
  const made = new Map(fresh.map(({ id }, place) => [id, ids[place] ?? null]));
  await saveActions(
    tx,
    actions.map((before) => ({
      before,
      patch: { taskId: made.get(before.id) ?? carried.get(before.carriesId ?? '') ?? null },
    })),
  );
}

/** Confirms the minutes (R30): once nothing is missing the numbers stay as they are, and actions become tasks. */
export const confirmReview = handle(protocol.confirmReview, async (context) => {
  const { actor, tx, input, time, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id, input.version);
  const looking = lookingIn(context);
  const [snapshot, actions] = await Promise.all([lookAt(looking, review), tx.many(keptActions(tx.orgId, review.id))]);
  const unmet = unmetOf(snapshot.late, actions);
  if (unmet.length > 0) throw problem('review_unmet', { params: { count: missingIn(unmet) }, unmet });
  const now = time.now();
  await giveTasks(tx, review.id, actions, actor.organization.zone);
  await saveReview(tx, review, { state: 'confirmed', snapshot, confirmedAt: now, confirmedBy: actor.memberId });
  await stopClocks(tx, { recordId: review.id, event: MINUTES_CONFIRMED, at: now });
  const memberIds = [...new Set([...actions.map(({ ownerId }) => ownerId), ...review.participantIds])];
  tx.publish({
    type: MINUTES_CONFIRMED,
    recordId: review.id,
    data: { memberIds: memberIds.filter((id) => id !== actor.memberId) },
    text: { key: 'reviews.event.confirmed', params: { by: actor.name, actions: actions.length } },
  });
  return showReview(looking, review.id);
});
