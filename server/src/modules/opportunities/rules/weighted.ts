/** Amount times probability in whole minor units, half up; exact for every safe integer. */
export function weightedMinor(amountMinor: number | null, probability: number): number {
  if (amountMinor === null) return 0;
  const hundredfold = BigInt(amountMinor) * BigInt(probability) + 50n;
  const floor = hundredfold / 100n;
  return Number(hundredfold < 0n && hundredfold % 100n !== 0n ? floor - 1n : floor);
}
