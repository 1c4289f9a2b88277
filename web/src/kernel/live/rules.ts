/** Kinds and records one stream may follow. */
const MOST_TOPICS = 50;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** How long to wait before the next try: doubled from a second to half a minute, spread so that not all come back at once. */
export function waitBefore(failures: number, random: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1)) * (0.5 + random);
}

const isRecord = (topic: string) => topic.includes('-');

/**
 * What to follow: all that is wanted now, and the kinds followed before, so that going from page to page does not open
 * the line anew; records nobody looks at any more are let go first.
 */
export function topicsOf(wanted: Iterable<string>, followed: readonly string[]): readonly string[] {
  const kept = followed.filter((topic) => !isRecord(topic));
  return [...new Set([...wanted, ...kept])].slice(0, MOST_TOPICS).sort();
}
