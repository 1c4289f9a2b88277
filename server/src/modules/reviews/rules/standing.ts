/** Below so many leads nothing is said about a channel. */
const FEWEST = 30;
/** Two-sided 95 %. */
const Z = 1.959964;

/** Leads of a channel or of all, and how many of them were signed. */
export interface Conversion {
  readonly leads: number;
  readonly converted: number;
}

/** Wilson's interval of a share, at 95 %. */
export function intervalOf({ leads, converted }: Conversion): readonly [number, number] {
  const share = converted / leads;
  const square = Z * Z;
  const middle = (share + square / (2 * leads)) / (1 + square / leads);
  const reach = (Z * Math.sqrt((share * (1 - share)) / leads + square / (4 * leads * leads))) / (1 + square / leads);
  return [middle - reach, middle + reach];
}

/**
 * Whether a channel converts worse or better than all of them beyond chance: at least 30 leads, and the average lies
 * outside its interval (R39); null where the numbers do not say so.
 */
export function standingOf(channel: Conversion, all: Conversion): 'weak' | 'strong' | null {
  if (channel.leads < FEWEST) return null;
  const average = all.converted / all.leads;
  const [low, high] = intervalOf(channel);
  if (high < average) return 'weak';
  return low > average ? 'strong' : null;
}

/** A cycle so much longer than the usual one is called slow. */
const SLOW = 1.5;

/** Whether a median of days is much longer than that of all; both undefined where too few were signed. */
export function isSlow(median: number | undefined, usual: number | undefined): boolean {
  return median !== undefined && usual !== undefined && median >= SLOW * usual && median > usual;
}
