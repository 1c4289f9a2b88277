import type { WorkWeek } from '@dealtrail/protocol/calendar';
import { type DayKind, standardCalendar, type WorkCalendar } from '../../calendar/index.ts';

/** What an organisation says of its time, as plain JSON: null where what ships holds. */
export interface CalendarFacts {
  readonly zone: string;
  readonly days: Readonly<Record<string, DayKind>> | null;
  readonly week: WorkWeek | null;
}

/** The calendar these facts make; days of the organisation's own win over the shipped ones. */
export function calendarFrom({ zone, days, week }: CalendarFacts): WorkCalendar {
  const standard = standardCalendar(new Map(Object.entries(days ?? {})), zone);
  return week ? { ...standard, hours: week.hours, workWeekdays: week.weekdays } : standard;
}
