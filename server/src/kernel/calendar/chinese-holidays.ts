import shipped from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** What a calendar makes of a day against the weekday rule. */
export type DayKind = 'work' | 'rest';

// 全国年节及纪念日放假办法 as amended for 2025 (State Council order 795): 13 public holidays a year. An organisation that
// enters one day of its own has not thereby told us a whole year.
const PUBLIC_HOLIDAYS_A_YEAR = 13;

function shippedDays(): Map<string, DayKind> {
  const days = new Map<string, DayKind>();
  for (const date of Object.keys(shipped.holidays)) days.set(date, 'rest');
  for (const date of Object.keys(shipped.workdays)) days.set(date, 'work');
  return days;
}

/** Public holidays and make-up workdays of mainland China as shipped (State Council notices, 2004 to 2026). */
export const chineseDays: ReadonlyMap<string, DayKind> = shippedDays();

/** Years, ascending, whose public holidays these days contain: by default the shipped list. */
export function yearsCovered(days: ReadonlyMap<string, DayKind> = chineseDays): readonly number[] {
  const restDays = new Map<number, number>();
  for (const [date, kind] of days) {
    const year = Number(date.slice(0, 4));
    if (kind === 'rest') restDays.set(year, (restDays.get(year) ?? 0) + 1);
  }
  return [...restDays]
    .filter(([, count]) => count >= PUBLIC_HOLIDAYS_A_YEAR)
    .map(([year]) => year)
    .toSorted((a, b) => a - b);
}

/** The last year whose public holidays these days contain; 0 when they contain none. */
export function holidaysKnownUntil(days: ReadonlyMap<string, DayKind> = chineseDays): number {
  return yearsCovered(days).at(-1) ?? 0;
}

/**
 * The year whose holidays administrators must import, or undefined: this year when it is unknown, next year from
 * 1 December on (the State Council publishes the list in November).
 */
export function missingHolidayYear(days: ReadonlyMap<string, DayKind>, today: string): number | undefined {
  const year = Number(today.slice(0, 4));
  const known = new Set(yearsCovered(days));
  if (!known.has(year)) return year;
  return today.slice(5) >= '12-01' && !known.has(year + 1) ? year + 1 : undefined;
}
