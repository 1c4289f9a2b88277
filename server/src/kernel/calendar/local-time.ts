const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const CACHE_LIMIT = 20_000;

interface ZoneOffsets {
  format: Intl.DateTimeFormat;
  known: Map<number, number>;
}
const zones = new Map<string, ZoneOffsets>();

function zoneOffsets(zone: string): ZoneOffsets {
  let found = zones.get(zone);
  if (!found) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    found = { format, known: new Map() };
    zones.set(zone, found);
  }
  return found;
}

function readOffset(text: string): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) throw new RangeError(`time zone offset not understood: ${text}`);
  const [, sign, hours, minutes, seconds] = match;
  if (!sign) return 0;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * Milliseconds by which the zone's wall clock is ahead of UTC at that instant.
 * @throws RangeError when the zone is not an IANA name known to this machine.
 */
export function offsetAt(instant: number, zone: string): number {
  const { format, known } = zoneOffsets(zone);
  // Zones change their offset on quarters of an hour only (since standard time replaced local mean time).
  const quarter = Math.floor(instant / QUARTER_HOUR);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readOffset(format.format(instant));
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** Wall-clock milliseconds of an instant: what the zone's clock shows, written as if it were UTC. */
export function toWall(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant at which the zone's clock shows that wall time, never running backwards. A wall time that occurs twice
 * means its first occurrence; one skipped by summer time means the moment the clock jumps.
 */
export function fromWall(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const first = wall - before;
  if (before === after || offsetAt(first, zone) === before) return first;
  const second = wall - after;
  if (offsetAt(second, zone) === after) return second;
  let jump = Math.ceil(second / QUARTER_HOUR) * QUARTER_HOUR;
  while (offsetAt(jump, zone) !== after) jump += QUARTER_HOUR;
  return jump;
}

/** Number of the calendar day since 1970-01-01 that a wall time falls on. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / DAY);
}

/** Number of a calendar day since 1970-01-01. @throws RangeError unless `date` is a real day written yyyy-mm-dd. */
export function dayNumber(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse turns 2026-02-30 into 2 March; only a day that reads back the same is real.
  if (Number.isNaN(time) || dateText(time / DAY) !== date) throw new RangeError(`not a calendar date: ${date}`);
  return time / DAY;
}

/** The day written yyyy-mm-dd. */
export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The calendar date (yyyy-mm-dd) on the wall of the zone at that instant. */
export function localDate(instant: Date, zone: string): string {
  return dateText(dayOfWall(toWall(instant.getTime(), zone)));
}

/** The first instant of a calendar date in the zone. @throws RangeError unless `date` is a real day written yyyy-mm-dd. */
export function startOfLocalDay(date: string, zone: string): Date {
  return new Date(fromWall(dayNumber(date) * DAY, zone));
}

/** The calendar date that many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateText(dayNumber(date) + days);
}
