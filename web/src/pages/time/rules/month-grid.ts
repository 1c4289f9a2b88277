import type { CalendarDay } from '@dealtrail/protocol/calendar';

/** One square of a month: a day and what holds on it. */
export interface GridDay {
  readonly day: string;
  readonly number: number;
  readonly works: boolean;
  /** What is said of this day against the rule of its weekday. */
  readonly special: CalendarDay | undefined;
}

const DAY_MS = 86_400_000;

/** Weekday of a date, 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The weeks of a month from Monday to Sunday; days of other months are empty. */
export function monthGrid(
  year: number,
  month: number,
  weekdays: readonly number[],
  special: ReadonlyMap<string, CalendarDay>,
): (GridDay | undefined)[][] {
  const first = Date.UTC(year, month - 1, 1);
  const count = Math.round((Date.UTC(year, month, 1) - first) / DAY_MS);
  const days = Array.from({ length: count }, (_, at): GridDay => {
    const day = new Date(first + at * DAY_MS).toISOString().slice(0, 10);
    const said = special.get(day);
    return {
      day,
      number: at + 1,
      works: said ? said.kind === 'work' : weekdays.includes(weekdayOf(day)),
      special: said,
    };
  });
  const before = weekdayOf(days[0]?.day ?? '') - 1;
  const squares: (GridDay | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks: (GridDay | undefined)[][] = [];
  for (let at = 0; at < squares.length; at += 7) {
    const week = squares.slice(at, at + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => undefined)]);
  }
  return weeks;
}
