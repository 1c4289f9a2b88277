import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/calendar/index.ts';
import { dayBounds, mondayOf, monthsOf, periodOf } from './period.ts';

test('without a question the last 365 days are meant, today in', () => {
  expect(periodOf({}, '2026-03-18')).toEqual({ from: '2025-03-19', to: '2026-03-18' });
  expect(periodOf({ from: '2026-01-01' }, '2026-03-18')).toEqual({ from: '2026-01-01', to: '2026-03-18' });
  expect(periodOf({ to: '2025-12-31' }, '2026-03-18')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

test.each([
  ['2026-03-16', '2026-03-16'],
  ['2026-03-18', '2026-03-16'],
  ['2026-03-22', '2026-03-16'],
  ['2026-03-01', '2026-02-23'],
  ['1969-12-31', '1969-12-29'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('months cover a period without gap or overlap', () => {
  const days = fc.integer({ min: 0, max: 1200 });
  fc.assert(
    fc.property(days, days, (start, length) => {
      const from = addDays('2023-11-15', start);
      const to = addDays(from, length);
      const months = monthsOf({ from, to });
      expect(months[0]?.from).toBe(from);
      expect(months.at(-1)?.to).toBe(to);
      months.forEach((month, i) => {
        expect(month.from.slice(0, 7)).toBe(month.month);
        expect(month.to.slice(0, 7)).toBe(month.month);
        expect(months[i + 1]?.from ?? addDays(to, 1)).toBe(addDays(month.to, 1));
      });
    }),
  );
});

test('today ends at midnight of the organisation, what is next seven days later', () => {
  const bounds = dayBounds(new Date('2026-03-18T02:12:00Z'), '2026-03-18', 'Asia/Shanghai');
  expect(bounds.tomorrow.toISOString()).toBe('2026-03-18T16:00:00.000Z');
  expect(bounds.horizon.toISOString()).toBe('2026-03-25T16:00:00.000Z');
});
