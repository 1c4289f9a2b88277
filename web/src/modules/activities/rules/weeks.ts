import { dayAfter } from '../../../kit/formats/index.ts';

/** The Mondays of the weeks up to the one of a day, the earliest first. */
export function lastWeeks(today: string, count: number): readonly string[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = dayAfter(today, -weekday);
  return Array.from({ length: count }, (_, index) => dayAfter(monday, 7 * (index + 1 - count)));
}

interface Cell {
  readonly memberId: string;
  readonly memberName: string;
  readonly weekOn: string;
  readonly count: number;
  readonly average: number;
}

/** The weeks of one person and the mean over all of them. */
export interface PersonWeeks {
  readonly id: string;
  readonly name: string;
  readonly weeks: ReadonlyMap<string, Cell>;
  readonly count: number;
  /** Mean over all follow-ups, half up. */
  readonly average: number;
}

/** Cells by person, who tells least first, so that help goes where it is needed. */
export function byPerson(cells: readonly Cell[]): readonly PersonWeeks[] {
  const people = new Map<string, Cell[]>();
  for (const cell of cells) people.set(cell.memberId, [...(people.get(cell.memberId) ?? []), cell]);
  return [...people.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const count = own.reduce((sum, cell) => sum + cell.count, 0);
      const points = own.reduce((sum, cell) => sum + cell.count * cell.average, 0);
      const weeks = new Map(own.map((cell) => [cell.weekOn, cell]));
      return [{ id: first.memberId, name: first.memberName, weeks, count, average: Math.round(points / count) }];
    })
    .sort((one, other) => one.average - other.average || other.count - one.count);
}
