import * as protocol from '@dealtrail/protocol/reviews';
import type { Input } from '@dealtrail/protocol/kernel';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, type WriteContext } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import { membersExist } from '../../organization/index.ts';
import {
  type ActionRow,
  insertActions,
  keptActions,
  lockAction,
  removeAction,
  saveActions,
} from '../store/action-store.ts';
import { formerActionsQuery } from '../store/former-query.ts';
import { lockToHold, type ReviewRow } from '../store/review-store.ts';
import { lookingIn, showReview } from './show-review.ts';

type Agreeing = WriteContext<typeof protocol.saveReviewAction>;

/** What an action says, whatever it is about. */
const termsOf = ({ text, ownerId, dueOn }: Input<typeof protocol.saveReviewAction>) => ({
  action: text,
  ownerId,
  dueOn,
});

async function changeOne({ tx, input }: Agreeing, review: ReviewRow, actionId: string): Promise<void> {
  const before = await lockAction(tx, review.id, actionId);
  if (!before) throw problem('not_found');
  await saveActions(tx, [{ before, patch: termsOf(input) }]);
}

/** An earlier action that goes on must be one of those the review shows, and goes on once. */
async function carried(
  { actor, tx, input, time, services }: Agreeing,
  review: ReviewRow,
): Promise<ActionRow['recordId']> {
  const today = time.today(actor.organization.zone);
  const former = await tx.many(formerActionsQuery(actor, services.registry, review, today));
  const action = former.find(({ id }) => id === input.carriesId);
  if (!action || action.doneAt) throw problem('reference_missing');
  return action.recordId;
}

/** New actions: one for each record, in place of the one it had; or one of the review as a whole. */
async function agree(context: Agreeing, review: ReviewRow): Promise<void> {
  const { tx, input, actor } = context;
  const carriesId = input.carriesId ?? null;
  const about = carriesId === null ? null : await carried(context, review);
  const records: (string | null)[] = carriesId === null ? [...new Set(input.recordIds)].toSorted() : [about];
  for (const id of records) if (id !== null) await lockVisibleHead(tx, actor, id, context.services.registry);
  const wanted = records.length === 0 ? [null] : records;
  const kept = await tx.many(keptActions(tx.orgId, review.id));
  const sameAs = (recordId: string | null): ActionRow | undefined =>
    kept.find(
      (one) => (carriesId !== null && one.carriesId === carriesId) || (recordId !== null && one.recordId === recordId),
    );
  const patch = { ...termsOf(input), ...(carriesId === null ? {} : { carriesId }) };
  await saveActions(
    tx,
    wanted.flatMap((recordId) => {
      const before = sameAs(recordId);
      return before ? [{ before, patch }] : [];
    }),
  );
  await insertActions(
    tx,
    wanted
      .filter((recordId) => !sameAs(recordId))
      .map((recordId) => ({
        ...termsOf(input),
        id: tx.time.newId(),
        reviewId: review.id,
        recordId,
        point: input.point ?? null,
        carriesId,
        taskId: null,
        createdBy: actor.memberId,
        createdAt: tx.time.now(),
        version: 1,
      })),
  );
}

/** Agrees on what is to be done, by whom and by when. */
export const saveReviewAction = handle(protocol.saveReviewAction, async (context) => {
  const { actor, tx, input, time, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id);
  if (input.dueOn < time.today(actor.organization.zone))
    throw problem('action_day_passed', {
      fields: [{ path: 'dueOn', code: 'action_day_passed', message: '完成日期不能早于今天' }],
    });
  await membersExist(tx, [input.ownerId], 'ownerId');
  if (input.actionId === undefined) await agree(context, review);
  else await changeOne(context, review, input.actionId);
  return showReview(lookingIn(context), review.id);
});

/** Takes an action back that nobody was told of yet. */
export const dropReviewAction = handle(protocol.dropReviewAction, async (context) => {
  const { actor, tx, input, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id);
  await drop(tx, review, input.actionId);
  return showReview(lookingIn(context), review.id);
});

async function drop(tx: Tx, review: ReviewRow, actionId: string): Promise<void> {
  const action = await lockAction(tx, review.id, actionId);
  if (!action) throw problem('not_found');
  await removeAction(tx, action);
}
