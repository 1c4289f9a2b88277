import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { isWorkday, localDate, standardCalendar, type WorkCalendar } from './index.ts';
import {
  addNaturalDays,
  addNaturalHoursSkippingRestDays,
  addTime,
  addWorkingDays,
  addWorkingHours,
  type TimeUnit,
  timeBetween,
} from './working-time.ts';

const china = standardCalendar();
const newYork: WorkCalendar = { ...china, zone: 'America/New_York', dayOverrides: new Map() };

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const shown = (instant: Date, zone = 'Asia/Shanghai') =>
  instant.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);

test('a high lead assigned on the make-up Saturday 2026-02-14 17:00 is due after Spring Festival, Tuesday 2026-02-24 17:00', () => {
  expect(shown(addNaturalHoursSkippingRestDays(china, at('2026-02-14 17:00'), 24))).toBe('2026-02-24 17:00');
});

test('a lead saved incomplete on 2026-02-14 17:30 must be complete by 2026-02-24 10:30', () => {
  expect(shown(addWorkingHours(china, at('2026-02-14 17:30'), 2))).toBe('2026-02-24 10:30');
});

test.each([
  ['a weekday evening into the next day', '2026-03-10 17:00', 24, '2026-03-11 17:00'],
  ['Friday over the weekend', '2026-03-13 17:00', 24, '2026-03-16 17:00'],
  ['Saturday runs from Monday 00:00', '2026-03-14 11:00', 24, '2026-03-17 00:00'],
  ['a whole Friday ends on Monday 00:00, not on Saturday', '2026-03-13 00:00', 24, '2026-03-16 00:00'],
  ['72 hours over a weekend', '2026-03-12 09:00', 72, '2026-03-17 09:00'],
  ['into the make-up Sunday before National Day', '2026-09-19 10:00', 12, '2026-09-20 12:00'],
  ['over National Day', '2026-09-30 18:00', 24, '2026-10-08 18:00'],
  ['nothing on a workday is now', '2026-03-11 08:00', 0, '2026-03-11 08:00'],
  ['half an hour', '2026-03-11 08:00', 0.5, '2026-03-11 08:30'],
])('natural hours: %s', (_, from, hours, due) => {
  expect(shown(addNaturalHoursSkippingRestDays(china, at(from), hours))).toBe(due);
});

test.each([
  ['inside the morning', '2026-03-11 09:15', 2, '2026-03-11 11:15'],
  ['up to lunch ends at lunch', '2026-03-11 10:00', 2, '2026-03-11 12:00'],
  ['over lunch', '2026-03-11 11:00', 2, '2026-03-11 14:00'],
  ['begun at lunch', '2026-03-11 12:30', 2, '2026-03-11 15:00'],
  ['before opening', '2026-03-11 07:00', 2, '2026-03-11 11:00'],
  ['after closing', '2026-03-11 20:00', 2, '2026-03-12 11:00'],
  ['up to closing ends at closing', '2026-03-11 16:00', 2, '2026-03-11 18:00'],
  ['Friday evening into Monday', '2026-03-13 17:30', 2, '2026-03-16 10:30'],
  ['on a rest day', '2026-03-15 10:00', 2, '2026-03-16 11:00'],
  ['a week of eight-hour days', '2026-03-09 09:00', 40, '2026-03-13 18:00'],
  ['nothing at lunch is after lunch', '2026-03-11 12:30', 0, '2026-03-11 13:00'],
])('working hours: %s', (_, from, hours, due) => {
  expect(shown(addWorkingHours(china, at(from), hours))).toBe(due);
});

test.each([
  ['a week', '2026-03-10 15:00', 7, '2026-03-17 15:00'],
  ['onto a Saturday moves to Monday', '2026-03-11 15:00', 3, '2026-03-16 15:00'],
  ['into Spring Festival moves behind it', '2026-02-11 15:00', 7, '2026-02-24 15:00'],
  ['onto a make-up Saturday stays there', '2026-02-11 15:00', 3, '2026-02-14 15:00'],
])('natural days: %s', (_, from, days, due) => {
  expect(shown(addNaturalDays(china, at(from), days))).toBe(due);
});

test.each([
  ['the next day', '2026-03-10 15:00', 1, '2026-03-11 15:00'],
  ['over the weekend', '2026-03-13 15:00', 1, '2026-03-16 15:00'],
  ['five over National Day with its make-up Saturday', '2026-09-29 15:00', 5, '2026-10-12 15:00'],
  ['what begins on Saturday has the whole of Monday', '2026-03-14 11:00', 1, '2026-03-17 00:00'],
])('working days: %s', (_, from, days, due) => {
  expect(shown(addWorkingDays(china, at(from), days))).toBe(due);
});

test('an organisation closes a Monday and works a Saturday of its own', () => {
  const own = standardCalendar(
    new Map([
      ['2026-03-16', 'rest'],
      ['2026-03-14', 'work'],
    ]),
  );
  expect(shown(addNaturalHoursSkippingRestDays(own, at('2026-03-13 17:00'), 24))).toBe('2026-03-14 17:00');
  expect(shown(addWorkingDays(own, at('2026-03-13 17:00'), 2))).toBe('2026-03-17 17:00');
  expect(isWorkday(own, '2026-02-17')).toBe(false);
});

test('where summer time begins, hours are real hours and days keep the local time', () => {
  const friday = new Date('2026-03-06T12:00:00-05:00');
  expect(shown(addNaturalHoursSkippingRestDays(newYork, friday, 24), newYork.zone)).toBe('2026-03-09 12:00');
  expect(shown(addNaturalDays(newYork, friday, 3), newYork.zone)).toBe('2026-03-09 12:00');
  const allWeek: WorkCalendar = { ...newYork, workWeekdays: [1, 2, 3, 4, 5, 6, 7] };
  const saturday = new Date('2026-03-07T12:00:00-05:00');
  expect(shown(addNaturalHoursSkippingRestDays(allWeek, saturday, 24), newYork.zone)).toBe('2026-03-08 13:00');
  expect(shown(addWorkingDays(allWeek, saturday, 1), newYork.zone)).toBe('2026-03-08 12:00');
  expect(shown(addWorkingHours(allWeek, new Date('2026-03-08T07:00:00-04:00'), 2), newYork.zone)).toBe(
    '2026-03-08 11:00',
  );
});

test.each([
  ['natural_hours', '2026-02-14 17:00', '2026-02-24 17:00', 24],
  ['working_hours', '2026-02-14 17:30', '2026-02-24 10:30', 2],
  ['natural_days', '2026-02-11 15:00', '2026-02-24 15:00', 13 * 24],
  ['working_days', '2026-09-29 15:00', '2026-10-12 15:00', 5 * 24],
  ['working_hours', '2026-03-11 18:00', '2026-03-11 09:00', 0],
] as const)('between in %s: %s to %s is %i hours', (unit, from, to, hours) => {
  expect(timeBetween(china, unit, at(from), at(to))).toBe(hours * 3_600_000);
});

test.each([
  [
    'overlapping hours',
    {
      hours: [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
    },
  ],
  ['hours that end before they begin', { hours: [{ from: '18:00', to: '09:00' }] }],
  ['no hours', { hours: [] }],
  ['a time that is none', { hours: [{ from: '9', to: '24:30' }] }],
  ['no weekday', { workWeekdays: [] }],
])('a calendar with %s is refused', (_, part) => {
  expect(() => addWorkingHours({ ...china, ...part }, at('2026-03-11 09:00'), 1)).toThrow(RangeError);
});

test('a negative limit is refused', () => {
  expect(() => addWorkingDays(china, at('2026-03-11 09:00'), -1)).toThrow(RangeError);
  expect(() => addWorkingDays(china, at('2026-03-11 09:00'), Number.NaN)).toThrow(RangeError);
});

const calendarOf = { china, newYork };
const wholeDays = (length: number) => Math.floor(length / 86_400_000) * 86_400_000;
const moments = fc.date({ min: at('2025-12-01 00:00'), max: at('2026-12-20 00:00'), noInvalidDate: true });
const units = fc.constantFrom<TimeUnit>('natural_hours', 'working_hours', 'natural_days', 'working_days');
const additive = fc.constantFrom<TimeUnit>('natural_hours', 'working_hours', 'working_days');
const lengths = fc.integer({ min: 0, max: 20 * 86_400_000 });
const places = fc.constantFrom<keyof typeof calendarOf>('china', 'newYork');

test('a due moment is never on a rest day', () => {
  fc.assert(
    fc.property(places, units, moments, lengths, (place, unit, from, length) => {
      const cal = calendarOf[place];
      expect(isWorkday(cal, localDate(addTime(cal, unit, from, length), cal.zone))).toBe(true);
    }),
  );
});

test('a due moment is never before the start, and a longer limit is never due earlier', () => {
  fc.assert(
    fc.property(places, units, moments, lengths, lengths, (place, unit, from, a, b) => {
      // A part of a natural day may change the local time kept over a rest day; limits are whole days.
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)].map((length) =>
        addTime(calendarOf[place], unit, from, unit === 'natural_days' ? wholeDays(length) : length),
      );
      expect(shorter).toBeDefined();
      expect(shorter! >= from).toBe(true);
      expect(longer! >= shorter!).toBe(true);
    }),
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(additive, moments, moments, lengths, (unit, a, b, length) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      expect(addTime(china, unit, first, length) <= addTime(china, unit, second, length)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(moments, moments, fc.integer({ min: 0, max: 60 }), (a, b, days) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const date = (from: Date) => localDate(addNaturalDays(china, from, days), china.zone);
      expect(date(first) <= date(second)).toBe(true);
    }),
  );
});

test('a and then b is a + b', () => {
  fc.assert(
    fc.property(additive, moments, lengths, lengths, (unit, from, a, b) => {
      const twice = addTime(china, unit, addTime(china, unit, from, a), b);
      expect(twice).toEqual(addTime(china, unit, from, a + b));
    }),
  );
  fc.assert(
    fc.property(moments, lengths, lengths, (from, a, b) => {
      const twice = addTime(newYork, 'working_hours', addTime(newYork, 'working_hours', from, a), b);
      expect(twice).toEqual(addTime(newYork, 'working_hours', from, a + b));
    }),
  );
});

test('the time between a start and its due moment is the limit', () => {
  fc.assert(
    fc.property(additive, moments, lengths, (unit, from, length) => {
      expect(timeBetween(china, unit, from, addTime(china, unit, from, length))).toBe(length);
    }),
  );
});
