import type { PersonWeek, Review } from '@dealtrail/protocol/reviews';
import { sql } from 'kysely';
import { addDays, startOfLocalDay } from '../../../kernel/calendar/index.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { followUpsByAuthor } from '../../activities/index.ts';
import { drillOf, isWorkedOn, leadsByOwner } from '../../insights/index.ts';
import { teamIds, teamQuery } from '../../organization/index.ts';
import { treeOf, teamOf } from '../rules/team.ts';
import { agendaOf } from '../store/agenda-query.ts';
import { formerActionsQuery, presentFormer } from '../store/former-query.ts';
import { type Asker, byRecord, lateClocksQuery, lateFilter, MOST_LATE } from '../store/late-query.ts';
import { formerReviewQuery, type ReviewRow } from '../store/review-store.ts';
import { departmentsQuery } from '../store/team-query.ts';
import type { Snapshot } from '../tables.ts';

/** Where a review is looked at from: a reading request, or the transaction that confirms it. */
export type Looking = Asker & { readonly read: Pick<Reader, 'all'>; readonly services: Required<Asker['services']> };

/** Leads nobody is to touch again by any day: no time limit runs, no step is promised. */
const idle = (ownerOrTeam: { readonly ownerId?: string; readonly departmentIds: readonly string[] }) =>
  drillOf(
    isWorkedOn,
    { field: 'dueAt', op: 'isEmpty', value: true },
    { field: 'departmentId', op: 'in', value: [...ownerOrTeam.departmentIds] },
    ...(ownerOrTeam.ownerId === undefined ? [] : [{ field: 'ownerId', op: 'eq', value: ownerOrTeam.ownerId } as const]),
  );

/** The moments between which a week's follow-ups happened. */
export function momentsOf({ fromOn, toOn }: Pick<ReviewRow, 'fromOn' | 'toOn'>, zone: string) {
  return { from: startOfLocalDay(fromOn, zone), to: startOfLocalDay(addDays(toOn, 1), zone) };
}

async function lookAtWeek(looking: Looking, review: ReviewRow, departmentIds: readonly string[]) {
  const { actor, read } = looking;
  const { orgId, organization } = actor;
  const filter = lateFilter(departmentIds);
  const week = { members: teamIds(orgId, departmentIds), ...momentsOf(review, organization.zone) };
  const [people, written, unmoved, clocks] = await read.all([
    teamQuery(orgId, departmentIds),
    followUpsByAuthor(orgId, week),
    leadsByOwner(looking, idle({ departmentIds })),
    lateClocksQuery(looking, filter),
  ]);
  const nobody = { reached: 0, attempts: 0, enteredLate: 0, withoutStep: 0 };
  const done = new Map(written.map(({ authorId, ...counts }) => [authorId, counts]));
  const still = new Map(unmoved.map(({ ownerId, count }) => [ownerId, count]));
  const weeks = people.map(
    ({ id, name }): PersonWeek => ({
      memberId: id,
      name,
      ...(done.get(id) ?? nobody),
      idle: still.get(id) ?? 0,
      idleDrill: { list: 'leads', filter: idle({ ownerId: id, departmentIds }) },
    }),
  );
  const late = byRecord(clocks);
  return {
    people: weeks,
    late: late.slice(0, MOST_LATE),
    lateCut: late.length > MOST_LATE,
    lateDrill: { list: 'clocks' as const, filter },
  };
}

/** The departments a review is about: the team of a week, the whole department of a month. */
export async function departmentsOf(looking: Pick<Looking, 'actor' | 'read'>, review: ReviewRow): Promise<string[]> {
  const [departments] = await looking.read.all([departmentsQuery(looking.actor.orgId)]);
  return review.cadence === 'weekly'
    ? teamOf(departments, review.departmentId)
    : treeOf(departments, review.departmentId);
}

/** What is overdue in the team of a weekly check, by record. */
export async function lateOf(looking: Looking, review: ReviewRow) {
  const filter = lateFilter(await departmentsOf(looking, review));
  const [clocks] = await looking.read.all([lateClocksQuery(looking, filter)]);
  return byRecord(clocks);
}

const noWeek = { people: [], late: [], lateCut: false, lateDrill: null };

/** The numbers of a review as they are at this moment, for who looks. */
export async function lookAt(looking: Looking, review: ReviewRow): Promise<Snapshot> {
  const { actor, read, services, time } = looking;
  const today = time.today(actor.organization.zone);
  const departmentIds = await departmentsOf(looking, review);
  const { cadence } = review;
  const [week, agenda, [former, [formerReview]]] = await Promise.all([
    cadence === 'weekly' ? lookAtWeek(looking, review, departmentIds) : noWeek,
    cadence === 'weekly'
      ? []
      : agendaOf(read, looking, { cadence, period: { from: review.fromOn, to: review.toOn }, departmentIds, today }),
    read.all([formerActionsQuery(actor, services.registry, review, today), formerReviewQuery(actor.orgId, review)]),
  ]);
  return { ...week, agenda, former: former.map(presentFormer), formerReview: formerReview ?? null };
}

/** Query for those who take part, by name. */
export function participantsQuery(orgId: string, ids: readonly string[]) {
  return sql<Review['participants'][number]>`
    select m.id, m.name from seen.members m where m.org_id = ${orgId}::uuid and m.id = any(${[...ids]}::uuid[])
    order by m.name, m.id`;
}
