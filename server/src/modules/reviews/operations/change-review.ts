import * as protocol from '@dealtrail/protocol/reviews';
import { handle } from '../../../kernel/http/handle.ts';
import { membersExist } from '../../organization/index.ts';
import { lockToHold, saveReview } from '../store/review-store.ts';
import { lookingIn, showReview } from './show-review.ts';

/** Names who takes part. */
export const updateReview = handle(protocol.updateReview, async (context) => {
  const { actor, tx, input, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id, input.version);
  const participantIds = [...new Set(input.participantIds)];
  await membersExist(tx, participantIds, 'participantIds');
  await saveReview(tx, review, { participantIds });
  return showReview(lookingIn(context), review.id);
});

/** Keeps what was found and decided on a point of the agenda; points beside it stay as others wrote them meanwhile. */
export const noteReview = handle(protocol.noteReview, async (context) => {
  const { actor, tx, input, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id);
  const { [input.point]: _former, ...others } = review.notes;
  await saveReview(tx, review, { notes: input.text === '' ? others : { ...others, [input.point]: input.text } });
  return showReview(lookingIn(context), review.id);
});
