import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isWorkday, standardCalendar } from '../../../kernel/calendar/index.ts';
import { calledOn, heldOn, periodAround, periodBefore, periodName } from './period.ts';

const calendar = standardCalendar();
const isWorked = (day: string) => isWorkday(calendar, day);
const cadences = ['weekly', 'monthly', 'quarterly'] as const;

test.each([
  ['weekly', '2026-03-18', '2026-03-16', '2026-03-22', '2026-W12', '2026-03-20'],
  // Labour Day 2026 is Friday 1 May: the check is held on the Thursday before.
  ['weekly', '2026-04-29', '2026-04-27', '2026-05-03', '2026-W18', '2026-04-30'],
  ['weekly', '2026-01-01', '2025-12-29', '2026-01-04', '2026-W01', '2025-12-31'],
  ['weekly', '2027-01-02', '2026-12-28', '2027-01-03', '2026-W53', '2027-01-01'],
  ['monthly', '2026-03-18', '2026-03-01', '2026-03-31', '2026-03', '2026-04-01'],
  // New Year's days off end with Saturday; that Sunday is worked.
  ['monthly', '2025-12-31', '2025-12-01', '2025-12-31', '2025-12', '2026-01-04'],
  ['quarterly', '2026-05-02', '2026-04-01', '2026-06-30', '2026-Q2', '2026-07-01'],
] as const)(
  'the %s review of %s goes from %s to %s, is called %s and due on %s',
  (cadence, day, from, to, name, due) => {
    const period = periodAround(cadence, day);
    expect(period).toEqual({ from, to });
    expect(periodName(cadence, period)).toBe(name);
    expect(heldOn(cadence, period, isWorked)).toBe(due);
  },
);

test('a week without a working day is still checked on its Friday', () => {
  expect(heldOn('weekly', periodAround('weekly', '2026-03-18'), () => false)).toBe('2026-03-20');
});

test('before Friday nothing is called, on it the week, after the turn of a month also the month', () => {
  const asked = (day: string) => calledOn(day, isWorked).map(({ cadence, period }) => [cadence, period.from]);
  expect(asked('2026-03-18')).toEqual([]);
  expect(asked('2026-03-20')).toEqual([['weekly', '2026-03-16']]);
  expect(asked('2026-04-01')).toEqual([
    ['monthly', '2026-03-01'],
    ['quarterly', '2026-01-01'],
  ]);
  expect(asked('2026-04-09')).toEqual([]);
});

test('periods follow each other without a gap, and each day lies in its own', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((place) => addDays('2000-01-01', place));
  fc.assert(
    fc.property(days, fc.constantFrom(...cadences), (day, cadence) => {
      const period = periodAround(cadence, day);
      expect(period.from <= day && day <= period.to).toBe(true);
      expect(periodBefore(cadence, period).to).toBe(addDays(period.from, -1));
      expect(periodAround(cadence, period.to)).toEqual(period);
    }),
  );
});
