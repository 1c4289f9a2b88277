const MINUTE = 60_000;
const LONGEST_WAIT = 6 * 60 * MINUTE;

// 1 min, 2, 4 … 256 min are nine tries in 8½ hours; eleven more every 6 hours cover a long weekend.
const MOST_TRIES = 20;

/** When a mail that was not accepted is tried again: after 1 minute, doubled each time up to 6 hours; null: never. */
export function nextTry(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_TRIES) return null;
  return new Date(now.getTime() + Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.max(0, attempts - 1)));
}
