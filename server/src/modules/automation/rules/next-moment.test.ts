import type { TimeTrigger } from '@dealtrail/protocol/automation';
import { expect, test } from 'vitest';
import { standardCalendar } from '../../../kernel/calendar/index.ts';
import { endOfWorkday, nextMoment } from './next-moment.ts';

const calendar = standardCalendar();
const daily: TimeTrigger = { on: 'time', every: 'day', hour: 9, workdaysOnly: true, againAfterDays: null };
const at = (text: string) => new Date(`${text}+08:00`);
const shown = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

test.each<[string, Partial<TimeTrigger>, string, string]>([
  ['the same day, when its hour lies ahead', {}, '2026-03-18T08:59', '2026-03-18T09:00'],
  ['the next day, when its hour is over', {}, '2026-03-18T09:00', '2026-03-19T09:00'],
  ['on Monday, from Friday', {}, '2026-03-20T10:00', '2026-03-23T09:00'],
  ['on Saturday too, where days off count', { workdaysOnly: false }, '2026-03-20T10:00', '2026-03-21T09:00'],
  ['on its weekday', { every: 'week', weekday: 5 }, '2026-03-18T10:00', '2026-03-20T09:00'],
  ['on a Sunday, moved to Monday', { every: 'week', weekday: 7 }, '2026-03-18T10:00', '2026-03-23T09:00'],
  ['on the day of the month', { every: 'month', monthDay: 5 }, '2026-03-18T10:00', '2026-04-07T09:00'],
  ['on a moved day that is still ahead', { every: 'month', monthDay: 1 }, '2026-10-03T10:00', '2026-10-08T09:00'],
  [
    'in next month, when the moved day is over',
    { every: 'month', monthDay: 1 },
    '2026-10-08T10:00',
    '2026-11-02T09:00',
  ],
])('a time trigger comes %s', (_, trigger, after, next) => {
  expect(shown(nextMoment({ ...daily, ...trigger }, at(after), calendar))).toBe(next);
});

test.each([
  ['today', 0, '2026-03-18T10:12', '2026-03-18T18:00'],
  ['the next workday, when today is over', 0, '2026-03-18T18:30', '2026-03-19T18:00'],
  ['on Monday, on a Saturday', 0, '2026-03-21T10:00', '2026-03-23T18:00'],
  ['after the weekend', 3, '2026-03-18T10:12', '2026-03-23T18:00'],
])('a task is due at the end of %s', (_, workdays, from, due) => {
  expect(shown(endOfWorkday(workdays, at(from), calendar))).toBe(due);
});
