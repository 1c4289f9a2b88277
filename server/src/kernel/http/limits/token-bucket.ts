/** How many requests one source may send: `burst` at once, then `perMinute` steadily. */
export interface Allowance {
  readonly perMinute: number;
  readonly burst: number;
}

/** What is left of one source's allowance, as of a moment in milliseconds. */
export interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** The bucket at a later moment: filled up by what its allowance gives in the time between, never above the burst. */
function filled({ perMinute, burst }: Allowance, bucket: Bucket, now: number): number {
  const gained = (Math.max(0, now - bucket.at) * perMinute) / 60_000;
  return Math.min(burst, bucket.left + gained);
}

/** Takes one request out of a bucket; `waitMs` is 0 when it may pass, else how long until one may. */
export function take(
  allowance: Allowance,
  bucket: Bucket | undefined,
  now: number,
): { readonly bucket: Bucket; readonly waitMs: number } {
  const left = bucket ? filled(allowance, bucket, now) : allowance.burst;
  if (left >= 1) return { bucket: { left: left - 1, at: now }, waitMs: 0 };
  return { bucket: { left, at: now }, waitMs: ((1 - left) * 60_000) / allowance.perMinute };
}
