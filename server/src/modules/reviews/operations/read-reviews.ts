import * as protocol from '@dealtrail/protocol/reviews';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { listQuery } from '../../../kernel/lists/index.ts';
import { visibleHead, visibleHeadQuery } from '../../../kernel/records/records.ts';
import { weekFollowUpsQuery } from '../../activities/index.ts';
import { teamIds } from '../../organization/index.ts';
import { missingIn, unmetOf } from '../rules/unmet.ts';
import { keptActions } from '../store/action-store.ts';
import { reviewList } from '../store/review-list.ts';
import { openReviewsOf, reviewQuery } from '../store/review-store.ts';
import { departmentsOf, lateOf, momentsOf } from './look.ts';
import { showReview } from './show-review.ts';

const MOST_FOLLOW_UPS = 200;
/** Open reviews told of at once; who holds more is behind in any case. */
const MOST_DUE = 5;

/** Reviews the member may see. */
export const listReviews = handleRead(protocol.listReviews, (context) => listQuery(context, reviewList, context.input));

/** One review as its page shows it. */
export const getReview = handleRead(protocol.getReview, (context) => showReview(context, context.input.id));

/** The open reviews the member holds, with what each weekly check still lacks. */
export const dueReviews = handleRead(protocol.dueReviews, async (context) => {
  const { actor, read } = context;
  const open = await read.many(openReviewsOf(actor.orgId, actor.memberId, MOST_DUE));
  const items = await Promise.all(
    open.map(async (review) => {
      const { id, title, cadence, heldOn } = review;
      if (cadence !== 'weekly') return { id, title, cadence, heldOn, missing: null };
      const [late, [actions]] = await Promise.all([lateOf(context, review), read.all([keptActions(actor.orgId, id)])]);
      return { id, title, cadence, heldOn, missing: missingIn(unmetOf(late, actions)) };
    }),
  );
  return { items };
});

/** The follow-ups behind the counts of a weekly check. */
export const listWeekFollowUps = handleRead(protocol.listWeekFollowUps, async (context) => {
  const { actor, read, input, services } = context;
  const { registry } = services;
  const [[head], [review]] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    reviewQuery(actor.orgId, input.id),
  ]);
  if (!head || !review) throw problem('not_found');
  const departmentIds = await departmentsOf(context, review);
  const asked = { members: teamIds(actor.orgId, departmentIds), ...momentsOf(review, actor.organization.zone) };
  const found = await read.many(
    weekFollowUpsQuery(actor.orgId, asked, {
      authorId: input.memberId,
      count: input.count,
      sees: visibleHead(actor, registry, 'r'),
      limit: MOST_FOLLOW_UPS,
    }),
  );
  return { items: found.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })) };
});
