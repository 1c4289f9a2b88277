import { z } from 'zod';
import { ById, Day, ListQuery, operation, OutDay, OutId, OutInstant, PageOf, Text } from '../kernel/index.ts';
import { ReasonKey } from './reasons.ts';
import { ClockView } from './view.ts';

/**
 * Which clocks a list reads: those that run or are paused; those missed, past their due moment, done since or not; or
 * those moved that were not done by the due moment they had first.
 */
export const ClockStanding = z.enum(['open', 'missed', 'moved']);
export type ClockStanding = z.infer<typeof ClockStanding>;

/** One clock on the board: who owes what, on which record, by when. */
export const ClockLine = z.object({
  ...ClockView.shape,
  recordKind: z.string(),
  recordTitle: z.string(),
  recordNumber: z.string(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  departmentName: z.string().nullable(),
  /** Steps of escalation it has, and how many of them were taken. */
  escalations: z.int(),
  escalationStep: z.int(),
  pauseReason: z.string().nullable(),
  pauseNote: z.string().nullable(),
  /** How late it ended, in milliseconds; null while it is open. */
  lateMs: z.number().nullable(),
  abilities: z.object({
    explain: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    followUp: z.boolean(),
    /** May ask for more time. */
    postpone: z.boolean(),
    /** May grant or refuse the time asked for. */
    decide: z.boolean(),
  }),
});
export type ClockLine = z.infer<typeof ClockLine>;

export const listClocks = operation({
  id: 'clocks.list',
  method: 'GET',
  path: '/clocks',
  query: z.strictObject({ ...ListQuery.shape, standing: ClockStanding.optional() }),
  result: PageOf(ClockLine),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The clock board: the open clocks on records the member may see, the first due first, or those missed.',
});

export const clockHeat = operation({
  id: 'clocks.heat',
  method: 'GET',
  path: '/clocks/heat',
  query: z.strictObject({ by: z.enum(['day', 'hour']), filter: ListQuery.shape.filter }),
  result: z.object({
    /** What is overdue, then the hours left of today or seven days from today on; `from` null is everything before. */
    columns: z.array(z.object({ from: OutInstant.nullable(), to: OutInstant })),
    /** Those who owe most first; without an id what nobody owns. */
    people: z.array(z.object({ memberId: OutId.nullable(), name: z.string().nullable(), counts: z.array(z.int()) })),
    /** People behind the last one shown. */
    more: z.int(),
    total: z.array(z.int()),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'How many open clocks fall due by person and hour or day; paused ones are left out.',
});

export const countLateReasons = operation({
  id: 'clocks.countLateReasons',
  method: 'GET',
  path: '/clocks/late-reasons',
  query: z.strictObject({ months: z.coerce.number().int().min(1).max(12).optional(), filter: ListQuery.shape.filter }),
  result: z.object({
    /** First days of the months, in the organisation's zone, the running one first, each with the moments it spans. */
    months: z.array(z.object({ month: OutDay, from: OutInstant, to: OutInstant })),
    /** Missed clocks by reason and by the month they were due in; without a reason: nobody said why. */
    reasons: z.array(z.object({ reason: z.string().nullable(), counts: z.array(z.int()) })),
    /** Clocks that were moved and not done by the due moment they had first, by the month of that moment. */
    moved: z.array(z.int()),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary:
    'Missed clocks of the last months by the reason given; each number can be opened as a list of missed clocks.',
});

export const pauseClock = operation({
  id: 'clocks.pause',
  method: 'POST',
  path: '/clocks/:id/pause',
  params: ById,
  body: z.strictObject({ reason: ReasonKey, note: Text(500).optional(), until: Day }),
  result: ClockView,
  problems: ['clock_reason_unknown', 'clock_pause_refused'],
  permission: 'member',
  offline: 'online',
  summary: 'Puts one clock off until the start of a day, with its reason; a breach stays.',
});

export const resumeClock = operation({
  id: 'clocks.resume',
  method: 'POST',
  path: '/clocks/:id/resume',
  params: ById,
  result: ClockView,
  problems: ['clock_not_paused'],
  permission: 'member',
  offline: 'online',
  summary: 'Lets a paused clock run on now with what was left of its limit.',
});
