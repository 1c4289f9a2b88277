import { dayAfter } from '../../../../kit/formats/index.ts';

const two = (figure: number): string => String(figure).padStart(2, '0');

/** Monday is 0. */
const weekdayIn = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** A day of a week counted from this one (0); Monday is 0. */
export const inWeek = (today: string, weeks: number, weekday: number): string =>
  dayAfter(today, 7 * weeks - weekdayIn(today) + weekday);

/** The next day of that name, never today: who means today says so. */
export function nextWeekday(today: string, weekday: number): string {
  const there = inWeek(today, 0, weekday);
  return there > today ? there : dayAfter(there, 7);
}

/** So many working days later; weekends are skipped, the holidays of the year are not known here. */
export function workdaysAfter(today: string, days: number): string {
  let day = today;
  for (let left = days; left > 0; ) {
    day = dayAfter(day, 1);
    if (weekdayIn(day) < 5) left -= 1;
  }
  return day;
}

/** The day yyyy-mm-dd if the calendar has it. */
export function dayIfReal(year: number, month: number, date: number): string | undefined {
  const day = `${year}-${two(month)}-${two(date)}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

/** The month so many months from the one of `today`, as year and month 1–12. */
export function monthFrom(today: string, months: number): { readonly year: number; readonly month: number } {
  const count = 12 * Number(today.slice(0, 4)) + Number(today.slice(5, 7)) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** Last day of the month so many months on. */
export function endOfMonth(today: string, months: number): string {
  const { year, month } = monthFrom(today, months + 1);
  return dayAfter(`${year}-${two(month)}-01`, -1);
}

/** The same date so many months later, or the last day of a month that is too short for it. */
export function monthsAfter(today: string, months: number): string {
  const { year, month } = monthFrom(today, months);
  return dayIfReal(year, month, Number(today.slice(8))) ?? endOfMonth(today, months);
}

/** The next time a month has this date, from today on: 5号. */
export function nextDate(today: string, date: number): string | undefined {
  for (const months of [0, 1, 2]) {
    const { year, month } = monthFrom(today, months);
    const day = dayIfReal(year, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

/** The next time a year has this month and date, from today on: 3月20日. */
export function nextMonthDate(today: string, month: number, date: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const day = dayIfReal(year, month, date);
  return day !== undefined && day >= today ? day : dayIfReal(year + 1, month, date);
}
