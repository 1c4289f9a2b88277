import type { ClockView } from '@dealtrail/protocol/clocks';
import { type RawBuilder, sql } from 'kysely';
import { instant as instantText } from '../../lists/index.ts';

const instant = (column: string) => sql.raw(instantText(column));

/** SQL of the time asked for on a clock and not decided on; null when nobody asks, or the clock ran over meanwhile. */
export const openAsk = (clock: string): string => `(
  select json_build_object('by', by.name, 'at', ${instantText('ask.asked_at')}, 'to', ${instantText('ask.wanted_at')},
    'reason', ask.reason, 'note', ask.note)
  from seen.clock_asks ask join seen.members by on by.org_id = ask.org_id and by.id = ask.asked_by
  where ask.org_id = ${clock}.org_id and ask.clock_id = ${clock}.id and ask.state = 'open' and ${clock}.stopped_at is null)`;

/** SQL for what a person sees of a clock at that moment, the same rule as `stateOf`; the alias is a clocks row. */
function clockStateSql(alias: string, now: Date): RawBuilder<ClockView['state']> {
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  return sql`case when ${column('state')} <> 'running' then ${column('state')}
    when ${now}::timestamptz > ${column('due_at')} then 'overdue'
    when ${now}::timestamptz >= ${column('warn_at')} then 'warned' else 'running' end`;
}

const columns = (now: Date) => sql`
  c.id, c.record_id, c.policy_key, ${clockStateSql('c', now)} as state,
  ${instant('c.started_at')} as started_at, ${instant('c.due_at')} as due_at, ${instant('c.first_due_at')} as first_due_at,
  c.moves, c.move_reason, ${sql.raw(openAsk('c'))} as asked, ${instant('c.warn_at')} as warn_at,
  ${instant('c.paused_until')} as paused_until, ${instant('c.stopped_at')} as stopped_at,
  (select ${instant(`min((e ->> 'at')::timestamptz)`)} from jsonb_array_elements(c.escalations) e
    where c.stopped_at is null and not (e ->> 'key') = any(c.done_steps)) as escalate_at,
  c.escalated_to, c.late_reason, c.late_note, c.why`;

/** Query for the clocks of one record or of many: running ones first, the most urgent on top, then ended ones. */
export function clocksOf(orgId: string, recordIds: string | readonly string[], now: Date) {
  const ids = typeof recordIds === 'string' ? [recordIds] : recordIds;
  return sql<ClockView>`
    select ${columns(now)} from seen.clocks c
    where c.org_id = ${orgId}::uuid and c.record_id = any(${ids}::uuid[]) and c.state <> 'cancelled'
    order by (c.stopped_at is not null), case when c.stopped_at is null then c.due_at end, c.stopped_at desc, c.id`;
}

/** Query for the clocks of a record that run past their due moment. */
export function overdueClocks(orgId: string, recordId: string, now: Date) {
  return sql<ClockView>`
    select ${columns(now)} from seen.clocks c
    where c.org_id = ${orgId}::uuid and c.record_id = ${recordId}::uuid and c.state = 'running' and c.due_at < ${now}::timestamptz
    order by c.due_at, c.id`;
}

/** Query for one clock. */
export function clockById(orgId: string, id: string, now: Date) {
  return sql<ClockView>`select ${columns(now)} from seen.clocks c where c.org_id = ${orgId}::uuid and c.id = ${id}::uuid`;
}

/** Query for clocks by their ids. */
export function clocksByIds(orgId: string, ids: readonly string[], now: Date) {
  return sql<ClockView>`select ${columns(now)} from seen.clocks c where c.org_id = ${orgId}::uuid and c.id = any(${[...ids]}::uuid[])`;
}
