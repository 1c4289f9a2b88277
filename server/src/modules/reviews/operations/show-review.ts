import type { Review } from '@dealtrail/protocol/reviews';
import { type Actor, reaches } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Services } from '../../../kernel/house/services.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { visibleHeadQuery } from '../../../kernel/records/records.ts';
import type { Time } from '../../../kernel/time/time.ts';
import { unmetOf } from '../rules/unmet.ts';
import { actionsQuery, presentAction } from '../store/action-store.ts';
import { type ReviewFacts, reviewQuery } from '../store/review-store.ts';
import { lookAt, type Looking, participantsQuery } from './look.ts';

/** Reads of a transaction, several at a time, as a reading request does them. */
function readsOf(tx: Tx): Pick<Reader, 'all'> {
  return { all: (queries) => Promise.all(queries.map((query) => tx.many(query))) as never };
}

/** A changing verb looks at a review as its reader does. */
export function lookingIn({
  actor,
  tx,
  time,
  services,
}: {
  actor: Actor;
  tx: Tx;
  time: Time;
  services: Services;
}): Looking {
  return { actor, time, services, read: readsOf(tx) };
}

function presentNotes({ notes }: Pick<ReviewFacts, 'notes'>): Review['notes'] {
  return Object.entries(notes).flatMap(([point, text]) =>
    text ? { point: point as Review['notes'][number]['point'], text } : [],
  );
}

/** A review with everything its page shows: live while it is open, as it stood once it is confirmed. @throws 404 unseen. */
export async function showReview(looking: Looking, id: string): Promise<Review> {
  const { actor, read, services, time } = looking;
  const today = time.today(actor.organization.zone);
  const [[head], [review], actions] = await read.all([
    visibleHeadQuery(actor, services.registry, id),
    reviewQuery(actor.orgId, id),
    actionsQuery(actor, services.registry, id, today),
  ]);
  if (!head || !review) throw problem('not_found');
  const [[participants], numbers] = await Promise.all([
    read.all([participantsQuery(actor.orgId, review.participantIds)]),
    review.snapshot ?? lookAt(looking, review),
  ]);
  const { number, title, cadence, departmentId, departmentName, ownerId, ownerName, state, heldOn, version } = review;
  return {
    ...numbers,
    id,
    number,
    title,
    cadence,
    departmentId,
    departmentName,
    ownerId,
    ownerName,
    from: review.fromOn,
    to: review.toOn,
    heldOn,
    state,
    confirmedAt: review.confirmedAt?.toISOString() ?? null,
    participants,
    notes: presentNotes(review),
    actions: actions.map(presentAction),
    unmet: state === 'open' ? unmetOf(numbers.late, actions) : [],
    abilities: { hold: state === 'open' && reaches(actor, 'reviews.hold', head) },
    version,
  };
}
