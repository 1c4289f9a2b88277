import type { FilterValue, Period } from '@dealtrail/protocol/kernel';

import { addDays } from '../calendar/index.ts';
import type { Comparable, FilterContext } from './condition.ts';
import type { FilterField } from './field.ts';
import { FilterRefused } from './refused.ts';

/** A value on a time field: whole days (yyyy-mm-dd), often one, or an exact instant. */
export type Moment = { first: string; last: string } | { instant: number };

// Bounds of protocol `Day` and `MoneyMinor`: what the database's checks admit.
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';
const LARGEST_NUMBER = 9_000_000_000_000_000;
const HOUR = 3_600_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

function relativeOf(value: FilterValue): string | undefined {
  return typeof value === 'object' && 'relative' in value ? value.relative : undefined;
}

function checkedDay(day: string, path: string): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new FilterRefused(path, 'value_out_of_range');
  return day;
}

function dayOf(text: string, path: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  // 2026-02-30 reads as 2 March: only a day that reads back the same exists.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new FilterRefused(path, 'value_wrong_kind');
  }
  return checkedDay(text, path);
}

function movedMonths(today: string, months: number, path: string): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  if (year < 1900 || year > 2199) throw new FilterRefused(path, 'value_out_of_range');
  const month = (count % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(today.slice(8)), lastDay);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function movedDay(relative: string, today: string, path: string): string {
  const amount = Number(relative.slice(0, -1));
  switch (relative.at(-1)) {
    case 'd':
      return checkedDay(addDays(today, amount), path);
    case 'w':
      return checkedDay(addDays(today, amount * 7), path);
    case 'm':
      return movedMonths(today, amount, path);
    default:
      return movedMonths(today, amount * 12, path);
  }
}

function wholeDay(day: string): Moment {
  return { first: day, last: day };
}

/** Months of the longer periods, which begin at multiples of them. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function periodOf({ period, shift = 0 }: Period, today: string, path: string): Moment {
  if (period === 'day' || period === 'week') {
    const length = period === 'day' ? 1 : 7;
    const into = period === 'day' ? 0 : (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const first = addDays(today, shift * length - into);
    return { first: checkedDay(first, path), last: checkedDay(addDays(first, length - 1), path) };
  }
  const months = MONTHS[period];
  const into = (Number(today.slice(5, 7)) - 1) % months;
  const first = movedMonths(`${today.slice(0, 8)}01`, shift * months - into, path);
  return { first, last: addDays(movedMonths(first, months, path), -1) };
}

/** Reads a value put to a date or instant field. @throws FilterRefused when it is no date, instant or relative value. */
export function readMoment(value: FilterValue, field: FilterField, context: FilterContext, path: string): Moment {
  const relative = relativeOf(value);
  if (relative?.endsWith('h')) {
    if (field.kind === 'date') throw new FilterRefused(path, 'value_wrong_kind');
    return { instant: context.now.getTime() + Number(relative.slice(0, -1)) * HOUR };
  }
  if (relative !== undefined) return wholeDay(movedDay(relative, context.today, path));
  if (typeof value === 'object' && 'period' in value) return periodOf(value, context.today, path);
  if (typeof value !== 'string') throw new FilterRefused(path, 'value_wrong_kind');
  if (value.length === 10) return wholeDay(dayOf(value, path));
  if (field.kind === 'date' || !INSTANT.test(value)) throw new FilterRefused(path, 'value_wrong_kind');
  dayOf(value.slice(0, 10), path);
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) throw new FilterRefused(path, 'value_wrong_kind');
  return { instant };
}

/** The relative value of `within`. @throws FilterRefused for any other value. */
export function requireRelative(value: FilterValue, path: string): FilterValue {
  if (relativeOf(value) === undefined) throw new FilterRefused(path, 'value_wrong_kind');
  return value;
}

function readNumber(value: FilterValue, whole: boolean, path: string): number {
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
    throw new FilterRefused(path, 'value_wrong_kind');
  }
  if (Math.abs(value) > LARGEST_NUMBER) throw new FilterRefused(path, 'value_out_of_range');
  return value;
}

/** Reads one value put to a field that is not of time. @throws FilterRefused when it does not suit the field. */
export function readPlain(value: FilterValue, field: FilterField, context: FilterContext, path: string): Comparable {
  if (field.kind === 'number' || field.kind === 'money') return readNumber(value, field.kind === 'money', path);
  if (field.kind === 'boolean') {
    if (typeof value !== 'boolean') throw new FilterRefused(path, 'value_wrong_kind');
    return value;
  }
  if (field.kind === 'id' && typeof value === 'object' && 'me' in value) return context.me.toLowerCase();
  if (typeof value !== 'string') throw new FilterRefused(path, 'value_wrong_kind');
  if (field.kind === 'id') {
    if (!UUID.test(value)) throw new FilterRefused(path, 'value_wrong_kind');
    return value.toLowerCase();
  }
  if (field.kind === 'enum' && !field.values?.includes(value)) throw new FilterRefused(path, 'value_not_listed');
  return value;
}
