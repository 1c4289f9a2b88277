export { type DayKind } from './chinese-holidays.ts';
export { addDays, localDate, startOfLocalDay } from './local-time.ts';
export { isWorkday, standardCalendar, type WorkCalendar } from './work-calendar.ts';
export {
  addTime,
  type TimeUnit,
  timeBetween,
  UNIT_LENGTH,
} from './working-time.ts';
