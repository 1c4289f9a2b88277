import { addDays, startOfLocalDay } from '../../../kernel/calendar/index.ts';

/** Days from and to, both in, yyyy-mm-dd in the organisation's zone. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is shown when nobody asks for a period: the last 365 days, today in. */
const USUAL_DAYS = 365;
/** The longest period that is looked at. */
const MOST_YEARS = 3;
/** How far ahead Today looks. */
const DAYS_AHEAD = 7;

/** The period asked for; a missing end is today, a missing start lies 365 days before the end. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Period {
  const to = asked.to ?? today;
  return { from: asked.from ?? addDays(to, 1 - USUAL_DAYS), to };
}

/** Whether a period is longer than three years; so many leads say nothing about how things are done now. */
export function isTooLong({ from, to }: Period): boolean {
  return from <= `${Number(to.slice(0, 4)) - MOST_YEARS}${to.slice(4)}`;
}

/** The months a period touches, oldest first, cut to it. */
export function monthsOf({ from, to }: Period): readonly (Period & { readonly month: string })[] {
  const months: (Period & { month: string })[] = [];
  for (let start = from; start <= to; ) {
    const next = `${addDays(`${start.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    months.push({ month: start.slice(0, 7), from: start, to: next > to ? to : addDays(next, -1) });
    start = next;
  }
  return months;
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  // 1970-01-01 was a Thursday.
  const sinceMonday = (Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7;
  return addDays(day, -sinceMonday);
}

/** The moments that part the sections of Today: before now it is late, before tomorrow today, before the horizon next. */
export function dayBounds(
  now: Date,
  today: string,
  zone: string,
): { readonly now: Date; readonly tomorrow: Date; readonly horizon: Date } {
  return {
    now,
    tomorrow: startOfLocalDay(addDays(today, 1), zone),
    horizon: startOfLocalDay(addDays(today, 1 + DAYS_AHEAD), zone),
  };
}
