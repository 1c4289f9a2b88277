import type { TimeTrigger } from '@dealtrail/protocol/automation';
import { addDays, isWorkday, localDate, startOfLocalDay, type WorkCalendar } from '../../../kernel/calendar/index.ts';

const HOUR_MS = 3_600_000;
/** A day off lasts no longer than a holiday with its bridges; a moment moved over it is found so many days back. */
const LONGEST_REST = 15;
const LONGEST_WAIT = 45;

function isWanted({ every, weekday, monthDay }: TimeTrigger, day: string): boolean {
  if (every === 'day') return true;
  const date = new Date(`${day}T00:00:00Z`);
  if (every === 'week') return (date.getUTCDay() || 7) === (weekday ?? 1);
  return date.getUTCDate() === (monthDay ?? 1);
}

function movedToWork(day: string, calendar: WorkCalendar): string {
  let moved = day;
  for (let waited = 0; waited < LONGEST_REST && !isWorkday(calendar, moved); waited += 1) moved = addDays(moved, 1);
  return moved;
}

/** When a time trigger sets an automation going next after a moment, on the organisation's calendar. */
export function nextMoment(trigger: TimeTrigger, after: Date, calendar: WorkCalendar): Date {
  const first = addDays(localDate(after, calendar.zone), -LONGEST_REST);
  for (let ahead = 0; ahead <= LONGEST_REST + LONGEST_WAIT; ahead += 1) {
    const day = addDays(first, ahead);
    if (!isWanted(trigger, day)) continue;
    const on = trigger.workdaysOnly ? movedToWork(day, calendar) : day;
    const moment = new Date(startOfLocalDay(on, calendar.zone).getTime() + trigger.hour * HOUR_MS);
    if (moment > after) return moment;
  }
  throw new RangeError('a time trigger that never comes');
}

/** The end of the n-th workday from a moment, 18:00; day 0 is today while that lies ahead and today is worked. */
export function endOfWorkday(workdays: number, from: Date, calendar: WorkCalendar): Date {
  const endOf = (day: string): Date => new Date(startOfLocalDay(day, calendar.zone).getTime() + 18 * HOUR_MS);
  let day = movedToWork(localDate(from, calendar.zone), calendar);
  if (endOf(day) <= from) day = movedToWork(addDays(day, 1), calendar);
  for (let left = workdays; left > 0; left -= 1) day = movedToWork(addDays(day, 1), calendar);
  return endOf(day);
}
