import type { ClockLine } from '@dealtrail/protocol/clocks';
import type { Filter } from '@dealtrail/protocol/kernel';
import { defineList, instant, type ListSpec } from '../../lists/index.ts';
import { openAsk } from '../store/clock-views.ts';
import type { ViewedList } from '../../views/index.ts';

/** A line of the board as it is read; what may be done with it is judged per member, by the head of its record. */
export type ListedClock = Omit<ClockLine, 'abilities'> & {
  readonly recordOwnerId: string | null;
  readonly recordDepartmentId: string | null;
};

/** What may be asked of clocks; the department is that of the record. */
const fields = [
  { name: 'policyKey', kind: 'text', column: 'policy_key', ops: ['eq', 'ne', 'in'] },
  { name: 'ownerId', kind: 'id', column: 'owner_id' },
  { name: 'departmentId', kind: 'id', column: 'department_id', alias: 'r' },
  { name: 'recordKind', kind: 'text', column: 'kind', alias: 'r', ops: ['eq', 'ne', 'in'] },
  { name: 'recordId', kind: 'id', column: 'record_id' },
  { name: 'state', kind: 'enum', column: 'state', values: ['running', 'paused', 'breached'] },
  { name: 'dueAt', kind: 'instant', column: 'due_at', sortable: true },
  { name: 'startedAt', kind: 'instant', column: 'started_at' },
  { name: 'pausedUntil', kind: 'instant', column: 'paused_until' },
  { name: 'lateReason', kind: 'text', column: 'late_reason', ops: ['eq', 'ne', 'in', 'isEmpty'] },
  { name: 'pauseReason', kind: 'text', column: 'pause_reason', ops: ['eq', 'ne', 'in', 'isEmpty'] },
  { name: 'moves', kind: 'number', column: 'moves' },
  { name: 'firstDueAt', kind: 'instant', column: 'first_due_at' },
  { name: 'askedAt', kind: 'instant', column: 'asked_at', alias: 'a' },
  { name: 'escalatedTo', kind: 'text', column: 'escalated_to', ops: ['isEmpty', 'contains'] },
] as const;

const listOf = (list: string, defaultSort: string): ListSpec<ListedClock> =>
  defineList<ListedClock>({
    list,
    kind: 'clock',
    alias: 'c',
    from: `seen.clocks c left join seen.members m on m.org_id = c.org_id and m.id = c.owner_id
      left join seen.clock_asks a on a.org_id = c.org_id and a.clock_id = c.id and a.state = 'open'`,
    columns: {
      id: 'c.id',
      recordId: 'c.record_id',
      recordKind: 'r.kind',
      recordTitle: 'r.title',
      recordNumber: 'r.number',
      recordOwnerId: 'r.owner_id',
      recordDepartmentId: 'r.department_id',
      departmentName: `(select d.name from seen.departments d where d.org_id = c.org_id and d.id = r.department_id)`,
      ownerId: 'c.owner_id',
      ownerName: 'm.name',
      policyKey: 'c.policy_key',
      state: `case when c.state <> 'running' then c.state when {now}::timestamptz > c.due_at then 'overdue'
        when {now}::timestamptz >= c.warn_at then 'warned' else 'running' end`,
      startedAt: instant('c.started_at'),
      dueAt: instant('c.due_at'),
      firstDueAt: instant('c.first_due_at'),
      moves: 'c.moves',
      moveReason: 'c.move_reason',
      asked: openAsk('c'),
      warnAt: instant('c.warn_at'),
      escalateAt: `(select ${instant(`min((e ->> 'at')::timestamptz)`)} from jsonb_array_elements(c.escalations) e
        where c.stopped_at is null and not (e ->> 'key') = any(c.done_steps))`,
      escalatedTo: 'c.escalated_to',
      escalations: 'jsonb_array_length(c.escalations)',
      escalationStep: `(select count(*)::int from jsonb_array_elements(c.escalations) e where (e ->> 'key') = any(c.done_steps))`,
      pausedUntil: instant('c.paused_until'),
      pauseReason: `case when c.paused_at is not null then c.pause_reason end`,
      pauseNote: `case when c.paused_at is not null then c.pause_note end`,
      stoppedAt: instant('c.stopped_at'),
      lateMs: 'c.late_ms',
      lateReason: 'c.late_reason',
      lateNote: 'c.late_note',
      why: 'c.why',
    },
    fields,
    defaultSort,
    permission: 'member',
    onRecord: { id: 'c.record_id', owner: 'c.owner_id' },
  });

/** The clocks that run or are paused, the first due first. */
export const openClockList = listOf('clocks.board', 'dueAt');

/** The clocks past their due moment, done since or not, the latest first. */
export const missedClockList = listOf('clocks.missed', '-dueAt');

const running: Filter = { field: 'state', op: 'eq', value: 'running' };
const overdue: Filter = { all: [running, { field: 'dueAt', op: 'lt', value: { relative: '0h' } }] };
const within = (period: 'day' | 'week'): Filter => ({
  all: [
    running,
    { field: 'dueAt', op: 'gte', value: { relative: '0h' } },
    { field: 'dueAt', op: 'lte', value: { period } },
  ],
});

/** The board with the views everybody starts with. */
export const clockViews: ViewedList = {
  list: openClockList,
  views: [
    { key: 'all', startsFor: 'wider' },
    { key: 'overdue', filter: overdue },
    { key: 'today', filter: within('day') },
    { key: 'week', filter: within('week') },
    { key: 'unexplained', filter: { all: [overdue, { field: 'lateReason', op: 'isEmpty' }] } },
    { key: 'paused', filter: { field: 'state', op: 'eq', value: 'paused' } },
    { key: 'asked', filter: { field: 'askedAt', op: 'isEmpty', value: false } },
    { key: 'escalated', filter: { field: 'escalatedTo', op: 'isEmpty', value: false } },
  ],
};
