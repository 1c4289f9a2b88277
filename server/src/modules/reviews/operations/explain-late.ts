import * as protocol from '@dealtrail/protocol/reviews';
import { nameLateReason } from '../../../kernel/clocks/give-late-reason.ts';
import { clocksTable } from '../../../kernel/db/kernel-tables.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import { lockToHold } from '../store/review-store.ts';
import { lateOf } from './look.ts';
import { lookingIn, showReview } from './show-review.ts';

/** Names why records of the team are overdue, for each of their missed limits; what a person said before is said anew. */
export const explainLate = handle(protocol.explainLate, async (context) => {
  const { actor, tx, input, services } = context;
  const review = await lockToHold(tx, actor, services.registry, input.id);
  const late = new Map((await lateOf(lookingIn(context), review)).map((record) => [record.recordId, record]));
  const asked = input.recordIds.map((id) => late.get(id));
  if (asked.includes(undefined)) throw problem('clock_not_late');
  for (const id of input.recordIds.toSorted()) await lockVisibleHead(tx, actor, id, services.registry, 'update');
  const clocks = asked.flatMap((record) => record?.clocks ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (const { id } of clocks) {
    const row = await tx.lock(clocksTable, { id });
    if (row) await nameLateReason(tx, actor, row, { reason: input.reason, note: input.note ?? null });
  }
  return showReview(lookingIn(context), review.id);
});
