import type { FollowUpMethod, FollowUpOutcome } from '@dealtrail/protocol/activities';
import { type RawBuilder, sql } from 'kysely';

/** What of the follow-ups of a week is counted, and what the list behind each count holds. */
const counted = {
  reached: sql<boolean>`f.outcome = 'reached'`,
  attempts: sql<boolean>`f.outcome <> 'reached'`,
  enteredLate: sql<boolean>`f.entered_late`,
  withoutStep: sql<boolean>`(f.outcome = 'reached' and f.next_step is null)`,
} as const;
export type FollowUpCount = keyof typeof counted;

/** Whose follow-ups: SQL of the authors' ids as uuid[], and what happened from one moment to before another. */
export interface WeekAsked {
  readonly members: RawBuilder<unknown>;
  readonly from: Date;
  readonly to: Date;
}

const inWeek = (orgId: string, { members, from, to }: WeekAsked): RawBuilder<boolean> => sql<boolean>`
  f.org_id = ${orgId}::uuid and f.author_id = any(${members})
  and f.occurred_at >= ${from}::timestamptz and f.occurred_at < ${to}::timestamptz`;

/** Query for the follow-ups of a week, counted by author. */
export function followUpsByAuthor(orgId: string, asked: WeekAsked) {
  return sql<{ authorId: string } & Record<FollowUpCount, number>>`
    select f.author_id, count(*) filter (where ${counted.reached})::int as reached,
      count(*) filter (where ${counted.attempts})::int as attempts,
      count(*) filter (where ${counted.enteredLate})::int as entered_late,
      count(*) filter (where ${counted.withoutStep})::int as without_step
    from seen.follow_ups f where ${inWeek(orgId, asked)} group by f.author_id`;
}

/** A follow-up of the week; its record only where the reader sees it. */
export interface WeekFollowUp {
  readonly id: string;
  readonly number: string;
  readonly occurredAt: Date;
  readonly authorName: string | null;
  readonly method: FollowUpMethod;
  readonly outcome: FollowUpOutcome;
  readonly content: string | null;
  readonly feedback: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly enteredLate: boolean;
  readonly recordId: string;
  readonly recordKind: string | null;
  readonly recordTitle: string | null;
}

interface FollowUpsAsked {
  /** One of the authors; all when left out. */
  readonly authorId?: string | undefined;
  readonly count?: FollowUpCount | undefined;
  readonly sees: RawBuilder<boolean>;
  readonly limit: number;
}

/** Query for the follow-ups behind a count, or all of the week, the newest first; `sees` is a condition on the head `r`. */
export function weekFollowUpsQuery(orgId: string, asked: WeekAsked, { authorId, count, sees, limit }: FollowUpsAsked) {
  return sql<WeekFollowUp>`
    select f.id, f.number, f.occurred_at, m.name as author_name, f.method, f.outcome,
      case when r.id is not null then f.content end as content, case when r.id is not null then f.feedback end as feedback,
      case when r.id is not null then f.next_step end as next_step, f.next_step_on, f.entered_late, f.record_id,
      r.kind as record_kind, r.title as record_title
    from seen.follow_ups f
    left join seen.members m on m.org_id = f.org_id and m.id = f.author_id
    left join seen.records r on r.org_id = f.org_id and r.id = f.record_id and ${sees}
    where ${inWeek(orgId, asked)} and ${count ? counted[count] : sql`true`}
      and ${authorId === undefined ? sql`true` : sql`f.author_id = ${authorId}::uuid`}
    order by f.occurred_at desc, f.id desc limit ${limit}`;
}
