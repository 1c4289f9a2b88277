export interface LoadedPerson {
  readonly id: string;
  /** Open leads now. */
  readonly openLoad: number;
  /** Most open leads this person takes; null: no limit, counted as the largest limit beside it. */
  readonly capacity: number | null;
}

/**
 * Who takes the next lead so that loads stay in proportion to capacity (R15). Balinski and Young's quota method: of those
 * whose load is still below their share of all open leads, the one with most capacity per lead. So nobody ever strays a
 * whole lead from the fair share, and nobody passes their capacity. Integers only; ties go to the smaller id. Undefined
 * when everybody is full.
 */
export function balance<P extends LoadedPerson>(people: readonly P[]): P | undefined {
  const limits = people.flatMap(({ capacity }) => (capacity === null ? [] : [capacity]));
  const nominal = Math.max(1, ...limits);
  const weightOf = (person: P): number => person.capacity ?? nominal;
  const free = people.filter((person) => person.capacity === null || person.openLoad < person.capacity);
  const weights = free.reduce((sum, person) => sum + weightOf(person), 0);
  const leads = free.reduce((sum, person) => sum + person.openLoad, 0) + 1;
  let best: P | undefined;
  for (const person of free) {
    if (person.openLoad * weights >= leads * weightOf(person)) continue;
    if (best === undefined || isBefore(person, best, weightOf)) best = person;
  }
  return best;
}

function isBefore<P extends LoadedPerson>(one: P, other: P, weightOf: (person: P) => number): boolean {
  const difference = weightOf(one) * (other.openLoad + 1) - weightOf(other) * (one.openLoad + 1);
  if (difference !== 0) return difference > 0;
  return one.id < other.id;
}
