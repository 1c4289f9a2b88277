import * as protocol from '@dealtrail/protocol/reviews';
import { isWorkday } from '../../../kernel/calendar/index.ts';
import { timeRulesOf } from '../../../kernel/clocks/organization-rules.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { reachesUnshared } from '../../../kernel/access/index.ts';
import { heldOn, periodAround, periodBefore } from '../rules/period.ts';
import { callReview, reviewOf } from '../store/review-store.ts';
import { departmentsQuery } from '../store/team-query.ts';
import { lookingIn, showReview } from './show-review.ts';

/** Opens the review of a department and period before the calendar calls it, or again. */
export const openReview = handle(protocol.openReview, async (context) => {
  const { actor, tx, input, time } = context;
  const { cadence, departmentId } = input;
  const { zone } = actor.organization;
  const today = time.today(zone);
  const department = (await tx.many(departmentsQuery(tx.orgId))).find(({ id }) => id === departmentId);
  const ownerId = department?.supervisorId ?? null;
  if (!department || !reachesUnshared(actor, 'reviews.hold', { id: departmentId, ownerId, departmentId }))
    throw problem('not_found');
  if (ownerId === null) throw problem('department_unsupervised', { params: { department: department.name } });
  const around = periodAround(cadence, input.on ?? today);
  const period = cadence === 'weekly' || input.on !== undefined ? around : periodBefore(cadence, around);
  if (period.from > today) throw problem('review_not_begun', { params: { from: period.from } });
  const known = await reviewOf(tx, { cadence, departmentId, fromOn: period.from });
  if (known) return showReview(lookingIn(context), known.id);
  const { calendar } = await timeRulesOf(tx);
  const due = heldOn(cadence, period, (day) => isWorkday(calendar, day));
  const id = await callReview(tx, { cadence, department, ownerId, period, heldOn: due < today ? today : due }, zone);
  return showReview(lookingIn(context), id);
});
