import { toWall } from '../../calendar/local-time.ts';

/** A moment on the wall of a zone, to the minute and the same in every language: 2026-02-24 17:00. */
export function momentIn(zone: string, moment: Date): string {
  return new Date(toWall(moment.getTime(), zone)).toISOString().slice(0, 16).replace('T', ' ');
}
