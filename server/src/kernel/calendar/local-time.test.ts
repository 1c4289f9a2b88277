import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, dateText, dayNumber, fromWall, localDate, offsetAt, startOfLocalDay, toWall } from './local-time.ts';

const HOUR = 3_600_000;
const wall = (text: string) => Date.parse(`${text}:00Z`);

test.each([
  ['2026-02-14T15:59:59Z', 'Asia/Shanghai', '2026-02-14'],
  ['2026-02-14T16:00:00Z', 'Asia/Shanghai', '2026-02-15'],
  ['2026-02-14T16:00:00Z', 'America/New_York', '2026-02-14'],
  ['2025-12-31T13:30:00Z', 'Australia/Adelaide', '2026-01-01'],
  ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01'],
])('%s is in %s on %s', (instant, zone, date) => {
  expect(localDate(new Date(instant), zone)).toBe(date);
});

test.each([
  ['2026-02-15', 'Asia/Shanghai', '2026-02-14T16:00:00.000Z'],
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
  ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  // Summer time begins at midnight in Cairo: the day begins at 01:00.
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  // Summer time ends at 01:00 in Havana: midnight occurs twice, the day begins with the first.
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
])('%s begins in %s at %s', (date, zone, instant) => {
  expect(startOfLocalDay(date, zone).toISOString()).toBe(instant);
});

test('a wall time skipped by summer time means the jump of the clock, one that occurs twice means the first', () => {
  const zone = 'America/New_York';
  expect(new Date(fromWall(wall('2026-03-08T02:30'), zone)).toISOString()).toBe('2026-03-08T07:00:00.000Z');
  expect(new Date(fromWall(wall('2026-11-01T01:30'), zone)).toISOString()).toBe('2026-11-01T05:30:00.000Z');
});

test.each(['2026-02-30', '2026-13-01', '2026-1-01', '20260101', '', '2026-02-29'])('%s is not a date', (text) => {
  expect(() => dayNumber(text)).toThrow(RangeError);
});

test('an unknown zone is refused', () => {
  expect(() => offsetAt(0, 'Asia/Atlantis')).toThrow(RangeError);
});

test('days are counted across months and leap years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) });
const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');

test('the wall clock agrees with the formatter of the platform', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
      expect(new Date(toWall(instant, zone)).toISOString().slice(0, 19).replace('T', ' ')).toBe(shown);
    }),
  );
});

test('wall time leads back to the instant, or to the first of an hour that occurs twice', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const back = fromWall(toWall(instant, zone), zone);
      expect([0, HOUR / 2, HOUR]).toContain(instant - back);
      expect(toWall(back, zone)).toBe(toWall(instant, zone));
    }),
  );
});

test('a day number and its text are the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(dayNumber(dateText(day))).toBe(day);
    }),
  );
});
