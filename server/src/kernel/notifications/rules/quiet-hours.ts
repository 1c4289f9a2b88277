import { dayOfWall, fromWall, toWall } from '../../calendar/local-time.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Hours in which a member wants no mail, as times of day hh:mm; `to` before `from` is the next morning. */
export interface QuietHours {
  readonly on: boolean;
  readonly from: string;
  readonly to: string;
}

/** The quiet hours everybody begins with: nine in the evening to eight in the morning. */
export const usualQuietHours: QuietHours = { on: true, from: '21:00', to: '08:00' };

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** When the quiet hours end in which an instant lies; undefined outside of them. Equal ends are no quiet hours. */
export function quietUntil(now: Date, zone: string, { on, from, to }: QuietHours): Date | undefined {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  if (!on || begin === end) return undefined;
  const wall = toWall(now.getTime(), zone);
  const day = dayOfWall(wall) * DAY;
  const minute = (wall - day) / MINUTE;
  const overnight = end < begin;
  if (overnight ? minute < begin && minute >= end : minute < begin || minute >= end) return undefined;
  const ends = day + end * MINUTE + (overnight && minute >= begin ? DAY : 0);
  return new Date(fromWall(ends, zone));
}
