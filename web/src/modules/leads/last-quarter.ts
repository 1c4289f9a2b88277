/** Days of a period, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const pad = (month: number): string => String(month).padStart(2, '0');

/** The calendar quarter before the one a day (yyyy-mm-dd) lies in. */
export function lastQuarter(day: string): Days {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month - ((month - 1) % 3) - 3;
  const [ofYear, start] = first < 1 ? [year - 1, first + 12] : [year, first];
  // Day 0 of the month after is the last of this one.
  const end = new Date(Date.UTC(ofYear, start + 2, 0)).getUTCDate();
  return { from: `${ofYear}-${pad(start)}-01`, to: `${ofYear}-${pad(start + 2)}-${end}` };
}
