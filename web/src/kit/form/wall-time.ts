import { dayOf, formatTime } from '../formats/index.ts';

/** What the wall clock of a zone shows at an instant: yyyy-mm-ddThh:mm. */
export function wallTime(at: string | number, zone: string): string {
  return `${dayOf(at, zone)}T${formatTime(at, zone)}`;
}

/**
 * The instant at which the wall clock of a zone shows yyyy-mm-ddThh:mm; where a clock change skips it, the same
 * distance after the change.
 */
export function instantAt(wall: string, zone: string): string {
  const asked = Date.parse(`${wall}:00Z`);
  const shownAt = (instant: number) => Date.parse(`${wallTime(instant, zone)}:00Z`);
  const first = asked - (shownAt(asked) - asked);
  return new Date(first + (asked - shownAt(first))).toISOString();
}
