import type { Amount } from './money.ts';

/** Sums of one list after the other, currency by currency and never across; `home` first, the others by code. */
export function addedUp(lists: readonly (readonly Amount[])[], home: string): readonly Amount[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of lists.flat()) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  const rank = ({ currency }: Amount) => (currency === home ? '' : currency);
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
