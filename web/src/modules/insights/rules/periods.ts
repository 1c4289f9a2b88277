/** Periods one press away; `own` takes its days from the address. */
export const periods = ['days90', 'days365', 'thisYear', 'lastYear', 'own'] as const;
export type PeriodName = (typeof periods)[number];

/** Days yyyy-mm-dd, both in. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const back = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The days a period means, seen from today; an own period without sound days is the usual one. */
export function daysOf(
  name: PeriodName,
  today: string,
  own: { from?: string | undefined; to?: string | undefined } = {},
): Days {
  const year = Number(today.slice(0, 4));
  switch (name) {
    case 'days90':
      return { from: back(today, 89), to: today };
    case 'thisYear':
      return { from: `${year}-01-01`, to: today };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'own':
      if (isDay(own.from) && isDay(own.to) && own.from <= own.to) return { from: own.from, to: own.to };
      return daysOf('days365', today);
    default:
      return { from: back(today, 364), to: today };
  }
}

/** The period an address names; anything else is the last 365 days. */
export function periodNamed(text: string | undefined): PeriodName {
  return periods.find((name) => name === text) ?? 'days365';
}
