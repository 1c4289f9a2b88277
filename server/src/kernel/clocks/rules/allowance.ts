import { addTime, type TimeUnit, timeBetween, UNIT_LENGTH, type WorkCalendar } from '../../calendar/index.ts';
import type { ClockLimit } from '@dealtrail/protocol/clocks';

/** The moment a limit or term ends, counted from another moment on the calendar. */
export function endOf(cal: WorkCalendar, unit: TimeUnit, from: Date, amount: number): Date {
  return addTime(cal, unit, from, amount * UNIT_LENGTH[unit]);
}

/**
 * Where a moment lands when everything stood still from `pausedAt` to `resumedAt`: what was left until it, counted in
 * the unit, is counted again from the resumption. A promised date moves by the plain length of the pause.
 */
export function shifted(
  cal: WorkCalendar,
  unit: ClockLimit['unit'],
  moment: Date,
  pausedAt: Date,
  resumedAt: Date,
): Date {
  if (moment <= pausedAt) return moment;
  if (unit === 'fixed_moment') return new Date(moment.getTime() + resumedAt.getTime() - pausedAt.getTime());
  return addTime(cal, unit, resumedAt, timeBetween(cal, unit, pausedAt, moment));
}

/** The unit in which the share of a limit that has passed is told: only working hours stand still overnight. */
export function paceOf(unit: ClockLimit['unit']): ClockLimit['unit'] {
  return unit === 'working_hours' || unit === 'fixed_moment' ? unit : 'natural_hours';
}

/** The moment at which that share (0 to 1) of the time from start to due has passed; on a workday, never after due. */
export function momentOfShare(
  cal: WorkCalendar,
  unit: ClockLimit['unit'],
  start: Date,
  due: Date,
  share: number,
): Date {
  if (due <= start) return due;
  const pace = paceOf(unit);
  if (pace === 'fixed_moment') return new Date(Math.round(start.getTime() + share * (due.getTime() - start.getTime())));
  const reached = addTime(cal, pace, start, share * timeBetween(cal, pace, start, due));
  return reached < due ? reached : due;
}
