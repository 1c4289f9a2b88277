import type { Cadence } from '@dealtrail/protocol/reviews';
import { addDays } from '../../../kernel/calendar/index.ts';
import { mondayOf } from '../../insights/index.ts';

/** First and last day of what a review looks at, yyyy-mm-dd in the organisation's zone. */
export interface ReviewPeriod {
  readonly from: string;
  readonly to: string;
}

/** The days a weekly check is held on at the latest: Friday where it is worked. */
const FRIDAY = 4;
const WEEK = 7;

const MONTHS = { monthly: 1, quarterly: 3 } as const;

function monthsOf(cadence: 'monthly' | 'quarterly', day: string): ReviewPeriod {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = MONTHS[cadence];
  const first = Math.floor((month - 1) / length) * length + 1;
  const start = (months: number): string => {
    const nth = year * 12 + (first - 1) + months;
    return `${String(Math.floor(nth / 12)).padStart(4, '0')}-${String((nth % 12) + 1).padStart(2, '0')}-01`;
  };
  return { from: start(0), to: addDays(start(length), -1) };
}

/** The week, month or quarter a day lies in. */
export function periodAround(cadence: Cadence, day: string): ReviewPeriod {
  if (cadence !== 'weekly') return monthsOf(cadence, day);
  const from = mondayOf(day);
  return { from, to: addDays(from, WEEK - 1) };
}

/** The period before one. */
export function periodBefore(cadence: Cadence, { from }: ReviewPeriod): ReviewPeriod {
  return periodAround(cadence, addDays(from, -1));
}

/**
 * The day a review is due: of a week its Friday, else the last day before that is worked, else the first one after; of
 * a month or quarter the first working day after it. Without any working day near, the last day of the period.
 */
export function heldOn(cadence: Cadence, period: ReviewPeriod, isWorked: (day: string) => boolean): string {
  const days =
    cadence === 'weekly'
      ? [4, 3, 2, 1, 0, 5, 6].map((place) => addDays(period.from, place))
      : Array.from({ length: 2 * WEEK }, (_, place) => addDays(period.to, place + 1));
  return days.find(isWorked) ?? (cadence === 'weekly' ? addDays(period.from, FRIDAY) : period.to);
}

/** The week's number after ISO 8601, with the year it belongs to. */
function isoWeek(monday: string): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const days = Math.round((Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000);
  return `${year}-W${String(Math.floor(days / WEEK) + 1).padStart(2, '0')}`;
}

/** What a period is called in titles, the same in every language: 2026-W12, 2026-03, 2026-Q1. */
export function periodName(cadence: Cadence, { from }: ReviewPeriod): string {
  if (cadence === 'weekly') return isoWeek(from);
  const month = Number(from.slice(5, 7));
  return cadence === 'monthly' ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${Math.floor((month - 1) / 3) + 1}`;
}

/** What the calendar asks for on a day: which periods have reached the day of their review. */
export function calledOn(
  today: string,
  isWorked: (day: string) => boolean,
): readonly { readonly cadence: Cadence; readonly period: ReviewPeriod; readonly heldOn: string }[] {
  const week = periodAround('weekly', today);
  const asked = [
    { cadence: 'weekly' as const, period: week },
    ...(['monthly', 'quarterly'] as const).map((cadence) => ({
      cadence,
      period: periodBefore(cadence, periodAround(cadence, today)),
    })),
  ];
  return asked
    .map((one) => ({ ...one, heldOn: heldOn(one.cadence, one.period, isWorked) }))
    .filter(({ cadence, heldOn: day }) => day <= today && (cadence === 'weekly' || today <= addDays(day, WEEK)));
}
