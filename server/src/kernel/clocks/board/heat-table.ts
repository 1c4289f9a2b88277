import { addDays, localDate, startOfLocalDay } from '../../calendar/index.ts';

const HOUR_MS = 3_600_000;
const DAYS = 7;

/** A stretch of due moments; without a beginning everything before its end. */
export interface HeatColumn {
  readonly from: Date | null;
  readonly to: Date;
}

/** Clocks of one person that fall due in one column. */
export interface HeatCount {
  readonly memberId: string | null;
  readonly name: string | null;
  readonly place: number;
  readonly count: number;
}

/** What somebody owes, column by column. */
export interface HeatPerson {
  readonly memberId: string | null;
  readonly name: string | null;
  readonly counts: number[];
}

/** What is overdue, then the hours left of today, or today and six days more, in the organisation's zone. */
export function heatColumns(by: 'day' | 'hour', now: Date, zone: string): HeatColumn[] {
  const today = localDate(now, zone);
  const dayAt = (days: number) => startOfLocalDay(addDays(today, days), zone);
  const ends: Date[] = [];
  if (by === 'day') for (let day = 1; day <= DAYS; day += 1) ends.push(dayAt(day));
  else {
    const midnight = dayAt(1);
    for (let at = dayAt(0).getTime() + HOUR_MS; at < midnight.getTime(); at += HOUR_MS)
      if (at > now.getTime()) ends.push(new Date(at));
    ends.push(midnight);
  }
  return [{ from: null, to: now }, ...ends.map((to, i) => ({ from: ends[i - 1] ?? now, to }))];
}

/**
 * Puts counts into a table: who is overdue most first, then who owes most; at most `most` people, `more` says how many
 * were left off. The totals count everybody.
 */
export function heatTable(
  rows: readonly HeatCount[],
  columns: number,
  most: number,
): { people: HeatPerson[]; more: number; total: number[] } {
  const blank = () => Array.from({ length: columns }, () => 0);
  const total = blank();
  const people = new Map<string | null, HeatPerson>();
  for (const { memberId, name, place, count } of rows) {
    const person = people.get(memberId) ?? { memberId, name, counts: blank() };
    person.counts[place] = (person.counts[place] ?? 0) + count;
    total[place] = (total[place] ?? 0) + count;
    people.set(memberId, person);
  }
  const sum = ({ counts }: HeatPerson) => counts.reduce((all, count) => all + count, 0);
  const order = (a: HeatPerson, b: HeatPerson) =>
    (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || sum(b) - sum(a) || (a.memberId ?? '').localeCompare(b.memberId ?? '');
  const sorted = [...people.values()].toSorted(order);
  return { people: sorted.slice(0, most), more: Math.max(0, sorted.length - most), total };
}
