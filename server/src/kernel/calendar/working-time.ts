import { dayOfWall, fromWall, toWall } from './local-time.ts';
import { type ReadyCalendar, readyCalendar, type WorkCalendar } from './work-calendar.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
const LONGEST_REST = 1_000;

/** How a stretch of time is counted; the README of this room says what each one means. */
export type TimeUnit = 'natural_hours' | 'working_hours' | 'natural_days' | 'working_days';

/** Milliseconds in one of each unit. */
export const UNIT_LENGTH: Readonly<Record<TimeUnit, number>> = {
  natural_hours: HOUR,
  working_hours: HOUR,
  natural_days: DAY,
  working_days: DAY,
};

/** A number line on which time runs only inside the stretches of each workday. */
interface Line {
  dayOf(time: number): number;
  stretches(day: number): readonly { from: number; to: number }[];
}

function naturalLine({ zone }: ReadyCalendar): Line {
  return {
    dayOf: (time) => dayOfWall(toWall(time, zone)),
    stretches: (day) => [{ from: fromWall(day * DAY, zone), to: fromWall((day + 1) * DAY, zone) }],
  };
}

function workingLine({ zone, shifts }: ReadyCalendar): Line {
  return {
    dayOf: (time) => dayOfWall(toWall(time, zone)),
    stretches: (day) =>
      shifts.map((shift) => ({
        from: fromWall(day * DAY + shift.from, zone),
        to: fromWall(day * DAY + shift.to, zone),
      })),
  };
}

// Runs on the wall clock, so that a working day ends at the same local time also when summer time begins.
const wallLine: Line = { dayOf: dayOfWall, stretches: (day) => [{ from: day * DAY, to: (day + 1) * DAY }] };

function nextWorkday(ready: ReadyCalendar, day: number): number {
  for (let next = day; next - day <= LONGEST_REST; next += 1) if (ready.isWorkday(next)) return next;
  throw new RangeError(`no workday within ${LONGEST_REST} days`);
}

function startOf(line: Line, day: number): number {
  return line.stretches(day)[0]?.from ?? day * DAY;
}

function walk(ready: ReadyCalendar, line: Line, from: number, amount: number): number {
  let left = amount;
  for (let day = nextWorkday(ready, line.dayOf(from)); ; day = nextWorkday(ready, day + 1)) {
    for (const stretch of line.stretches(day)) {
      const start = Math.max(stretch.from, from);
      if (start > stretch.to) continue;
      const room = stretch.to - start;
      if (left > room) {
        left -= room;
        continue;
      }
      const end = start + left;
      const endDay = line.dayOf(end);
      // Midnight at the end of a workday belongs to the next day: on a rest day it moves on.
      return ready.isWorkday(endDay) ? end : startOf(line, nextWorkday(ready, endDay));
    }
  }
}

function measure(ready: ReadyCalendar, line: Line, from: number, to: number): number {
  let total = 0;
  for (let day = line.dayOf(from); day <= line.dayOf(to); day += 1) {
    if (!ready.isWorkday(day)) continue;
    for (const stretch of line.stretches(day)) {
      total += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
    }
  }
  return total;
}

function moveToWorkday(ready: ReadyCalendar, wall: number): number {
  const day = dayOfWall(wall);
  return wall + (nextWorkday(ready, day) - day) * DAY;
}

function onWall({ zone }: ReadyCalendar, from: number, move: (wall: number) => number): number {
  // In the hour that occurs twice the wall leads back to its first occurrence, which may lie before the start.
  return Math.max(from, fromWall(move(toWall(from, zone)), zone));
}

const adders: Record<TimeUnit, (ready: ReadyCalendar, from: number, amount: number) => number> = {
  natural_hours: (ready, from, amount) => walk(ready, naturalLine(ready), from, amount),
  working_hours: (ready, from, amount) => walk(ready, workingLine(ready), from, amount),
  natural_days: (ready, from, amount) => onWall(ready, from, (wall) => moveToWorkday(ready, wall + amount)),
  working_days: (ready, from, amount) => onWall(ready, from, (wall) => walk(ready, wallLine, wall, amount)),
};

const measures: Record<TimeUnit, (ready: ReadyCalendar, from: number, to: number) => number> = {
  natural_hours: (ready, from, to) => measure(ready, naturalLine(ready), from, to),
  working_hours: (ready, from, to) => measure(ready, workingLine(ready), from, to),
  natural_days: ({ zone }, from, to) => toWall(to, zone) - toWall(from, zone),
  working_days: (ready, from, to) => measure(ready, wallLine, toWall(from, ready.zone), toWall(to, ready.zone)),
};

/**
 * The moment at which that much time of the unit has passed; never on a rest day.
 * @param length milliseconds of the unit (see UNIT_LENGTH), at least 0.
 */
export function addTime(cal: WorkCalendar, unit: TimeUnit, from: Date, length: number): Date {
  if (!(length >= 0)) throw new RangeError('a limit cannot be negative');
  return new Date(adders[unit](readyCalendar(cal), from.getTime(), Math.round(length)));
}

/** Milliseconds of the unit that pass from one moment to a later one; 0 when it is not later. */
export function timeBetween(cal: WorkCalendar, unit: TimeUnit, from: Date, to: Date): number {
  return to <= from ? 0 : measures[unit](readyCalendar(cal), from.getTime(), to.getTime());
}

/** Clock hours, 24 a day on workdays; rest days add nothing. */
export function addNaturalHoursSkippingRestDays(cal: WorkCalendar, from: Date, hours: number): Date {
  return addTime(cal, 'natural_hours', from, hours * HOUR);
}

/** Hours inside working hours only: 30 minutes before closing and 90 after the next opening make 2. */
export function addWorkingHours(cal: WorkCalendar, from: Date, hours: number): Date {
  return addTime(cal, 'working_hours', from, hours * HOUR);
}

/** Calendar days at the same local time; a date on a rest day moves to the next workday. */
export function addNaturalDays(cal: WorkCalendar, from: Date, days: number): Date {
  return addTime(cal, 'natural_days', from, days * DAY);
}

/** Workdays at the same local time; what begins on a rest day begins at 00:00 of the next workday. */
export function addWorkingDays(cal: WorkCalendar, from: Date, days: number): Date {
  return addTime(cal, 'working_days', from, days * DAY);
}
