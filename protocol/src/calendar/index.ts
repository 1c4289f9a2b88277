import { z } from 'zod';
import { Day, operation, OutDay, Text, Version } from '../kernel/index.ts';

/** What a calendar makes of a day against the weekday rule. */
export const DayKind = z.enum(['work', 'rest']);
export type DayKind = z.infer<typeof DayKind>;

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Working hours of a workday in the organisation's zone, and the weekdays worked as a rule (1 Monday … 7 Sunday). */
export const WorkWeek = z.strictObject({
  hours: z
    .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }))
    .min(1)
    .max(6),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
});
export type WorkWeek = z.infer<typeof WorkWeek>;

/** One day against the rule; `own` was entered or imported here, the others ship with the product. */
export const CalendarDay = z.object({ day: OutDay, kind: DayKind, name: z.string().nullable(), own: z.boolean() });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A year of the calendar. */
export const CalendarYear = z.object({
  year: z.int(),
  zone: z.string(),
  week: WorkWeek,
  /** 0 while the working week that ships holds. */
  version: z.int(),
  days: z.array(CalendarDay),
  /** The year whose public holidays are to be imported now; null when none is missing. */
  missingYear: z.int().nullable(),
  /** True while open clocks are still being given their new due moments. */
  replanning: z.boolean(),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

const manage = 'organization.manage';

export const getCalendar = operation({
  id: 'calendar.get',
  method: 'GET',
  path: '/calendar',
  query: z.strictObject({ year: z.coerce.number().int().min(2004).max(2100).optional() }),
  result: CalendarYear,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Working hours and the days of a year that differ from the weekday rule.',
});

export const saveWorkWeek = operation({
  id: 'calendar.saveWeek',
  method: 'PUT',
  path: '/calendar/week',
  body: z.strictObject({ version: z.union([Version, z.literal(0)]), week: WorkWeek }),
  result: CalendarYear,
  problems: ['stale_version', 'work_week_invalid'],
  permission: manage,
  offline: 'online',
  summary: 'Sets the working hours and weekdays; clocks that run are counted anew.',
});

/** A day to set, or with no kind to give back to the rule and to what ships. */
const DayToSet = z.strictObject({ day: Day, kind: DayKind.nullable(), name: Text(40).optional() });

export const saveCalendarDays = operation({
  id: 'calendar.saveDays',
  method: 'PUT',
  path: '/calendar/days',
  body: z.strictObject({ days: z.array(DayToSet).min(1).max(400) }),
  result: CalendarYear,
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Sets days as worked or free; clocks that run are counted anew.',
});

export const readHolidayNotice = operation({
  id: 'calendar.readNotice',
  method: 'POST',
  path: '/calendar/notice',
  body: z.strictObject({ year: z.int().min(2004).max(2100), text: Text(20_000) }),
  result: z.object({
    days: z.array(z.object({ day: OutDay, kind: DayKind, name: z.string() })),
    /** Lines in which no day was understood, as they were sent. */
    unread: z.array(z.string()),
  }),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: "Reads the days of a year out of the State Council's notice or out of a plain list; saves nothing.",
});

export const calendarProblems = { work_week_invalid: 422 } as const;
