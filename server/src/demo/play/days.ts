import { addDays, isWorkday, startOfLocalDay, standardCalendar } from '../../kernel/calendar/index.ts';
import { dayIn } from '../../kernel/time/time.ts';

/** Zone the imaginary supplier works in. */
export const ZONE = 'Asia/Shanghai';

const calendar = standardCalendar(undefined, ZONE);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The days of a play, yyyy-mm-dd, from the first to the one that is today. */
export function daysUntil(now: Date, count: number): readonly string[] {
  const today = dayIn(ZONE, now);
  return Array.from({ length: count }, (_, place) => addDays(today, place - count + 1));
}

export const isWorked = (day: string): boolean => isWorkday(calendar, day);

/** The day itself when people work on it, else the next one they do. */
export function workdayFrom(day: string): string {
  let found = day;
  while (!isWorked(found)) found = addDays(found, 1);
  return found;
}

/** A moment of a day, by minutes after midnight. */
export const momentOf = (day: string, minute: number): Date =>
  new Date(startOfLocalDay(day, ZONE).getTime() + minute * MINUTE_MS);

/** Whole days from one to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
