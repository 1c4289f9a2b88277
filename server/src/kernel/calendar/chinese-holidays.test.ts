import { expect, test } from 'vitest';

import { chineseDays, type DayKind, holidaysKnownUntil, missingHolidayYear, yearsCovered } from './chinese-holidays.ts';
import { addDays } from './local-time.ts';

function withHolidays(year: number, count: number): Map<string, DayKind> {
  const days = new Map(chineseDays);
  for (let n = 0; n < count; n += 1) days.set(addDays(`${year}-10-01`, n), 'rest');
  return days;
}

test('the shipped list knows every year from 2004 to 2026 and no later one', () => {
  expect(yearsCovered()).toEqual(Array.from({ length: 23 }, (_, n) => 2004 + n));
  expect(holidaysKnownUntil()).toBe(2026);
  expect(holidaysKnownUntil(new Map())).toBe(0);
});

test.each([
  ['2026-02-13', undefined],
  ['2026-02-14', 'work'],
  ['2026-02-15', 'rest'],
  ['2026-02-23', 'rest'],
  ['2026-02-24', undefined],
  ['2026-10-07', 'rest'],
  ['2026-10-10', 'work'],
] as const)('on %s the shipped list says %s', (date, kind) => {
  expect(chineseDays.get(date)).toBe(kind);
});

test.each([
  ['2026-06-01', 0, undefined],
  ['2026-11-30', 0, undefined],
  ['2026-12-01', 0, 2027],
  ['2026-12-31', 12, 2027],
  ['2026-12-31', 13, undefined],
  ['2027-01-01', 0, 2027],
  ['2027-01-01', 13, undefined],
] as const)('on %s with %i imported holidays of 2027 the missing year is %s', (today, imported, missing) => {
  expect(missingHolidayYear(withHolidays(2027, imported), today)).toBe(missing);
});

test('one closing day of its own does not make an organisation know the whole year', () => {
  expect(holidaysKnownUntil(withHolidays(2027, 1))).toBe(2026);
  expect(holidaysKnownUntil(withHolidays(2027, 13))).toBe(2027);
});
