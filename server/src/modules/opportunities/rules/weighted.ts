/** One open opportunity as a sum sees it. */
export interface WeightedDeal {
  /** Minor units; null while nobody has named an amount, which counts as zero. */
  readonly amountMinor: number | null;
  readonly currency: string;
  /** Percent, 0 to 100. */
  readonly probability: number;
}

/** Sums of one currency in minor units; `deals` counts those without an amount too. */
export interface WeightedSum {
  readonly currency: string;
  readonly deals: number;
  readonly amountMinor: number;
  readonly weightedMinor: number;
}

/** Amount times probability in whole minor units, half up; exact for every safe integer. */
export function weightedMinor(amountMinor: number | null, probability: number): number {
  if (amountMinor === null) return 0;
  const hundredfold = BigInt(amountMinor) * BigInt(probability) + 50n;
  const floor = hundredfold / 100n;
  return Number(hundredfold < 0n && hundredfold % 100n !== 0n ? floor - 1n : floor);
}

/** Sums per currency, each deal rounded before it is added, so that a total always equals its lines. */
export function sumWeighted(deals: readonly WeightedDeal[]): readonly WeightedSum[] {
  const sums = new Map<string, WeightedSum>();
  for (const { amountMinor, currency, probability } of deals) {
    const sum = sums.get(currency) ?? { currency, deals: 0, amountMinor: 0, weightedMinor: 0 };
    sums.set(currency, {
      currency,
      deals: sum.deals + 1,
      amountMinor: sum.amountMinor + (amountMinor ?? 0),
      weightedMinor: sum.weightedMinor + weightedMinor(amountMinor, probability),
    });
  }
  return [...sums.values()].toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}
