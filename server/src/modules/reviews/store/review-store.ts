import { sql } from 'kysely';
import type { Cadence } from '@dealtrail/protocol/reviews';
import type { Actor } from '../../../kernel/access/index.ts';
import { startClockOn } from '../../../kernel/clocks/index.ts';
import { startOfLocalDay } from '../../../kernel/calendar/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { insertHeads, lockVisibleHead } from '../../../kernel/records/records.ts';
import { periodName, type ReviewPeriod } from '../rules/period.ts';
import { reviewsTable } from '../tables.ts';

export type ReviewRow = RowOf<'reviews'>;

/** Promises and minutes are due at six in the evening of their day. */
const END_OF_DAY_MS = 18 * 3_600_000;

/** The moment of a day at which minutes and actions are due. */
export function dueMoment(day: string, zone: string): Date {
  return new Date(startOfLocalDay(day, zone).getTime() + END_OF_DAY_MS);
}

/** A review to be called. */
export interface NewReview {
  readonly cadence: Cadence;
  readonly department: { readonly id: string; readonly name: string };
  readonly ownerId: string;
  readonly period: ReviewPeriod;
  readonly heldOn: string;
}

const nothingSaid = {
  state: 'open',
  participantIds: [],
  notes: {},
  snapshot: null,
  confirmedAt: null,
  confirmedBy: null,
} as const;

/** Calls a review: its head, its row, and the time limit of its minutes. Returns its id. */
export async function callReview(
  tx: Tx,
  { cadence, department, ownerId, period, heldOn }: NewReview,
  zone: string,
): Promise<string> {
  const id = tx.time.newId();
  const [number = ''] = await takeNumbers(tx, 'review', tx.time.today(zone), 1);
  const title = `${department.name} ${periodName(cadence, period)}`;
  const departmentId = department.id;
  await insertHeads(tx, [{ id, kind: 'review', number, title, ownerId, departmentId, searchable: [] }]);
  await tx.insert(reviewsTable, [
    {
      ...nothingSaid,
      participantIds: [],
      id,
      cadence,
      ownerId,
      departmentId,
      fromOn: period.from,
      toOn: period.to,
      heldOn,
      createdAt: tx.time.now(),
      version: 1,
    },
  ]);
  await startClockOn(tx, { policyKey: 'review_minutes', recordId: id, ownerId, moment: dueMoment(heldOn, zone) });
  tx.publish({
    type: 'reviews.called',
    recordId: id,
    data: { cadence, ownerId },
    text: {
      key: `reviews.event.called_${cadence}`,
      params: { department: department.name, from: period.from, to: period.to },
    },
  });
  return id;
}

/** The review of a department and period, locked against a second one; undefined when there is none. */
export function reviewOf(
  tx: Tx,
  asked: { readonly cadence: Cadence; readonly departmentId: string; readonly fromOn: string },
): Promise<{ id: string } | undefined> {
  return tx.maybe(sql<{ id: string }>`
    select v.id from seen.reviews v where v.org_id = ${tx.orgId}::uuid and v.department_id = ${asked.departmentId}::uuid
      and v.cadence = ${asked.cadence} and v.from_on = ${asked.fromOn}::date`);
}

/** Query for a review. */
export function reviewQuery(orgId: string, id: string) {
  return sql<ReviewRow & { number: string; title: string; departmentName: string | null; ownerName: string | null }>`
    select v.*, r.number, r.title, d.name as department_name, m.name as owner_name from seen.reviews v
    join seen.records r on r.org_id = v.org_id and r.id = v.id and r.deleted_at is null
    left join seen.departments d on d.org_id = v.org_id and d.id = v.department_id
    left join seen.members m on m.org_id = v.org_id and m.id = v.owner_id
    where v.org_id = ${orgId}::uuid and v.id = ${id}::uuid`;
}
export type ReviewFacts = ReviewRow & {
  readonly number: string;
  readonly title: string;
  readonly departmentName: string | null;
  readonly ownerName: string | null;
};

/** Locks an open review for who holds it; 404 unseen, 403 seen but not theirs, 409 once it is confirmed. */
export async function lockToHold(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  id: string,
  version?: number,
): Promise<ReviewRow> {
  await lockVisibleHead(tx, actor, id, registry, 'hold');
  const review = await tx.lock(reviewsTable, { id });
  if (!review) throw problem('not_found');
  if (review.state === 'confirmed') throw problem('review_confirmed');
  if (version !== undefined && review.version !== version)
    throw problem('stale_version', { params: { version: review.version } });
  return review;
}

/** Saves facts of a review that was locked. */
export async function saveReview(tx: Tx, review: ReviewRow, patch: Partial<NewRow<'reviews'>>): Promise<void> {
  await tx.update(reviewsTable, review, patch);
}

/** Query for the open reviews somebody holds, the first due on top. */
export function openReviewsOf(orgId: string, ownerId: string, limit: number) {
  return sql<ReviewRow & { title: string }>`
    select v.*, r.title from seen.reviews v
    join seen.records r on r.org_id = v.org_id and r.id = v.id and r.deleted_at is null
    where v.org_id = ${orgId}::uuid and v.owner_id = ${ownerId}::uuid and v.state = 'open'
    order by v.held_on, v.id limit ${limit}`;
}

/** Query for the review of the same department and cadence before a day that was confirmed last. */
export function formerReviewQuery(
  orgId: string,
  { departmentId, cadence, fromOn }: Pick<ReviewRow, 'departmentId' | 'cadence' | 'fromOn'>,
) {
  return sql<{ id: string; title: string }>`
    select v.id, r.title from seen.reviews v join seen.records r on r.org_id = v.org_id and r.id = v.id
    where v.org_id = ${orgId}::uuid and v.department_id = ${departmentId}::uuid and v.cadence = ${cadence}
      and v.state = 'confirmed' and v.from_on < ${fromOn}::date
    order by v.from_on desc limit 1`;
}

/** Notes when the calendar is looked at the next time. */
export async function lookAgain(tx: Tx, at: Date): Promise<void> {
  await tx.run({
    text: `insert into app.review_rhythms (org_id, next_at) values ($1, $2)
      on conflict (org_id) do update set next_at = excluded.next_at`,
    values: [tx.orgId, at],
  });
}
