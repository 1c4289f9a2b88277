import { type RawBuilder, sql } from 'kysely';

/** One piece of open work: a clock, a task, or both where they ask for the same thing. */
export interface WorkLine {
  readonly clockId: string | null;
  readonly taskId: string | null;
  readonly memberId: string;
  readonly recordId: string | null;
  /** Time limit it belongs to, also where only its task is left. */
  readonly policyKey: string | null;
  /** The earlier of the two due moments. */
  readonly dueAt: Date | null;
  readonly clockDueAt: Date | null;
  readonly paused: boolean;
  readonly lateReason: string | null;
}

/** Whose open work is asked for. */
export interface WorkAsked {
  /** SQL of their ids as uuid[]. */
  readonly members: RawBuilder<unknown>;
  /** Clocks that run for nobody fall to this member, where `on` holds for the head `r` of their record. */
  readonly unowned?: { readonly memberId: string; readonly on: RawBuilder<boolean> };
}

/**
 * Open clocks and tasks of members as a relation of `WorkLine` columns, one line a piece: the oldest task of a kind on
 * a record is the same work as the clock of that name (of `days_in_stage` for tasks of a stage). Work on deleted
 * records is gone.
 */
export function openWork(orgId: string, { members, unowned }: WorkAsked): RawBuilder<WorkLine> {
  const columns = sql`k.id, k.record_id, k.policy_key, k.due_at, k.state = 'paused' as paused, k.late_reason`;
  const nobodys = unowned
    ? sql`union all select ${columns}, ${unowned.memberId}::uuid as member_id from seen.clocks k
        join seen.records r on r.org_id = k.org_id and r.id = k.record_id
        where k.org_id = ${orgId}::uuid and k.owner_id is null and k.stopped_at is null and ${unowned.on}`
    : sql``;
  return sql<WorkLine>`(
    with clock as (
      select ${columns}, k.owner_id as member_id from seen.clocks k
      where k.org_id = ${orgId}::uuid and k.owner_id = any(${members}) and k.stopped_at is null ${nobodys}
    ), task as (
      select t.id, t.owner_id as member_id, t.record_id, t.due_at, case
          when t.kind = 'own' or row_number() over (partition by t.record_id, t.owner_id, t.kind order by t.due_at nulls last, t.id) > 1 then null
          when t.kind = 'stage' then 'days_in_stage' else t.kind end as policy_key
      from seen.tasks t
      where t.org_id = ${orgId}::uuid and t.owner_id = any(${members}) and t.done_at is null and t.cancelled_at is null
    )
    select c.id as clock_id, t.id as task_id, coalesce(c.member_id, t.member_id) as member_id,
      coalesce(c.record_id, t.record_id) as record_id, coalesce(c.policy_key, t.policy_key) as policy_key,
      least(c.due_at, t.due_at) as due_at, c.due_at as clock_due_at, coalesce(c.paused, false) as paused, c.late_reason
    from clock c full join task t on t.record_id = c.record_id and t.member_id = c.member_id and t.policy_key = c.policy_key
    where not exists (select 1 from seen.records gone where gone.org_id = ${orgId}::uuid
      and gone.id = coalesce(c.record_id, t.record_id) and gone.deleted_at is not null)
  )`;
}
