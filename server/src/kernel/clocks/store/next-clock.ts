import { instant } from '../../lists/index.ts';

/** SQL for the nearest open clock of a list's row, as its chip shows it; paused ones come last. For `columns` of a list. */
export const nextClock = (alias: string): string => `(
  select json_build_object('policyKey', k.policy_key, 'dueAt', ${instant('k.due_at')}, 'warnAt', ${instant('k.warn_at')},
    'pausedUntil', ${instant('k.paused_until')},
    'state', case when k.paused_at is not null then 'paused' when k.due_at < {now}::timestamptz then 'overdue'
      when k.warn_at <= {now}::timestamptz then 'warned' else 'running' end)
  from seen.clocks k where k.org_id = ${alias}.org_id and k.record_id = ${alias}.id and k.stopped_at is null
  order by k.paused_at is not null, k.due_at limit 1)`;

/** SQL of the clocks that run on a list's row, for a field that asks when the next of them is due. */
export const openClocksOf = (clock: string, row: string): string =>
  `seen.clocks ${clock} where ${clock}.org_id = ${row}.org_id and ${clock}.record_id = ${row}.id and ${clock}.stopped_at is null and ${clock}.paused_at is null`;
