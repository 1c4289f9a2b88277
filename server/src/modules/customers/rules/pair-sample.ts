import type { PairCounts } from '@dealtrail/protocol/customers';

/** What a sample looks at. */
interface Changed {
  readonly grade: keyof PairCounts | null;
  readonly before: keyof PairCounts | null;
}

/** Pairs of a trial somebody can look through. */
const MOST = 60;

/** Those a trial would pair anew or no more tell most, then those whose grade moves, then the rest. */
const telling = ({ grade, before }: Changed): number => {
  if (grade === null || before === null) return 0;
  return grade === before ? 2 : 1;
};

/** The pairs of a trial that tell most, the earlier found first; at most 60. */
export const sampleOf = <Pair extends Changed>(pairs: readonly Pair[]): Pair[] =>
  pairs.toSorted((one, other) => telling(one) - telling(other)).slice(0, MOST);

/** Counts with those of further pairs added. */
export function countGrades(known: PairCounts, grades: readonly (keyof PairCounts | null)[]): PairCounts {
  const counts = { ...known };
  for (const grade of grades) if (grade !== null) counts[grade] += 1;
  return counts;
}
