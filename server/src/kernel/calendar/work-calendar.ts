import { chineseDays, type DayKind } from './chinese-holidays.ts';
import { dateText, dayNumber } from './local-time.ts';

/** When an organisation works: a plain value, the same for every clock of that organisation. */
export interface WorkCalendar {
  /** IANA name of the zone all days and hours are read in. */
  zone: string;
  /** Working hours of a workday in local time, ascending, not overlapping; '24:00' may end the day. */
  hours: readonly { from: string; to: string }[];
  /** Weekdays worked as a rule, ISO 8601: 1 Monday … 7 Sunday. */
  workWeekdays: readonly number[];
  /** Days that differ from the rule: public holidays, make-up workdays, the organisation's own days. */
  dayOverrides: ReadonlyMap<string, DayKind>;
}

/** A stretch of working time inside a day, in milliseconds since local midnight. */
export interface Shift {
  from: number;
  to: number;
}

/** A calendar made ready for arithmetic. */
export interface ReadyCalendar {
  zone: string;
  shifts: readonly Shift[];
  /** Working milliseconds of an ordinary workday. */
  shiftTotal: number;
  isWorkday(day: number): boolean;
}

// REQUIREMENTS.md, "Clocks": 2 h are working hours 09–12, 13–18; default zone of the product.
const STANDARD_HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
] as const;
const STANDARD_WEEKDAYS = [1, 2, 3, 4, 5] as const;
const STANDARD_ZONE = 'Asia/Shanghai';

/** Monday to Friday, 09–12 and 13–18, with the shipped Chinese holidays; the organisation's own days win over them. */
export function standardCalendar(overrides?: ReadonlyMap<string, DayKind>, zone: string = STANDARD_ZONE): WorkCalendar {
  const dayOverrides = overrides?.size ? new Map([...chineseDays, ...overrides]) : chineseDays;
  return { zone, hours: STANDARD_HOURS, workWeekdays: STANDARD_WEEKDAYS, dayOverrides };
}

/** Whether the organisation works on that date (yyyy-mm-dd). */
export function isWorkday(cal: WorkCalendar, date: string): boolean {
  return readyCalendar(cal).isWorkday(dayNumber(date));
}

function minuteOfDay(text: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= 1440)) throw new RangeError(`not a time of day: ${text}`);
  return minute;
}

function readShifts(hours: WorkCalendar['hours']): Shift[] {
  const shifts = hours.map(({ from, to }) => ({ from: minuteOfDay(from) * 60_000, to: minuteOfDay(to) * 60_000 }));
  let end = 0;
  for (const shift of shifts) {
    if (shift.from < end || shift.to <= shift.from) throw new RangeError('working hours must ascend without overlap');
    end = shift.to;
  }
  if (!shifts.length) throw new RangeError('a calendar needs working hours');
  return shifts;
}

const ready = new WeakMap<WorkCalendar, ReadyCalendar>();

/**
 * The calendar made ready for arithmetic, once per calendar value.
 * @throws RangeError when hours overlap, a time is malformed, or no weekday is worked.
 */
export function readyCalendar(cal: WorkCalendar): ReadyCalendar {
  const found = ready.get(cal);
  if (found) return found;
  if (!cal.workWeekdays.some((weekday) => weekday >= 1 && weekday <= 7)) {
    throw new RangeError('a calendar needs a working weekday');
  }
  const shifts = readShifts(cal.hours);
  const known = new Map<number, boolean>();
  const made: ReadyCalendar = {
    zone: cal.zone,
    shifts,
    shiftTotal: shifts.reduce((sum, shift) => sum + shift.to - shift.from, 0),
    isWorkday(day) {
      let works = known.get(day);
      if (works === undefined) {
        const kind = cal.dayOverrides.get(dateText(day));
        // 1970-01-01 was a Thursday.
        const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
        works = kind ? kind === 'work' : cal.workWeekdays.includes(weekday);
        known.set(day, works);
      }
      return works;
    },
  };
  ready.set(cal, made);
  return made;
}
