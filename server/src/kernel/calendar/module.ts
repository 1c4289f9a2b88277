import { calendarProblems } from '@dealtrail/protocol/calendar';
import { calendarEn, calendarZh } from '@dealtrail/protocol/calendar/messages';
import type { Module } from '../house/module.ts';
import { getCalendar, readHolidayNotice, saveCalendarDays, saveWorkWeek } from './settings/calendar-operations.ts';
import { sweepMissingYear } from './settings/sweep-missing-year.ts';

/** When an organisation works: its week, its days, and the warning before a year without holidays. */
export const calendar: Module = {
  name: 'calendar',
  problems: calendarProblems,
  messages: { zh: calendarZh, en: calendarEn },
  notices: [{ kind: 'calendar.year_missing', app: true, mail: null }],
  sweeps: [sweepMissingYear],
  routes: [getCalendar, saveWorkWeek, saveCalendarDays, readHolidayNotice],
};
