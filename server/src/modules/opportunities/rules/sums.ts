/** The sum of one currency; amounts of two are never added, since nobody named a rate. */
interface CurrencySum {
  readonly currency: string;
}

/** Sums in the order they are read: the organisation's currency first, the others by their code. */
export function homeFirst<Sum extends CurrencySum>(sums: readonly Sum[], home: string): Sum[] {
  const rank = ({ currency }: Sum): string => (currency === home ? '' : currency);
  return sums.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Opportunities of one stage and one currency together, as the database counts them; minor units. */
export interface StageSum extends CurrencySum {
  readonly stageKey: string;
  readonly count: number;
  readonly amountMinor: number;
  readonly weightedMinor: number;
}

/** How many opportunities stand in a stage, and what they come to in each currency somebody named an amount in. */
export function sumsOfStage(
  stageKey: string,
  sums: readonly StageSum[],
  home: string,
): { count: number; sums: { currency: string; amountMinor: number; weightedMinor: number }[] } {
  const mine = sums.filter((sum) => sum.stageKey === stageKey);
  return {
    count: mine.reduce((total, { count }) => total + count, 0),
    sums: homeFirst(mine, home)
      .filter(({ amountMinor }) => amountMinor !== 0)
      .map(({ currency, amountMinor, weightedMinor }) => ({ currency, amountMinor, weightedMinor })),
  };
}
