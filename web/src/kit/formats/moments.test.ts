import { expect, test } from 'vitest';
import { dayOf, daysBetween, formatAgo, formatDay, formatExactMoment, formatLongDay, formatMoment } from './moments.ts';

const zone = 'Asia/Shanghai';
const now = Date.parse('2026-03-18T10:12:00+08:00');
const at = (local: string) => `${local}:00+08:00`;

test.each([
  ['2026-03-18T14:00', '今天 14:00'],
  ['2026-03-19T09:30', '明天 09:30'],
  ['2026-03-17T15:42', '昨天 15:42'],
  ['2026-03-16T17:00', '周一 17:00'],
  ['2026-03-20T16:00', '周五 16:00'],
  ['2026-03-22T08:00', '周日 08:00'],
  ['2026-03-23T10:00', '3 月 23 日 10:00'],
  ['2026-03-15T10:00', '3 月 15 日 10:00'],
  ['2027-01-05T00:00', '2027 年 1 月 5 日 00:00'],
])('on Wednesday 18 March %s is said as %s', (moment, said) => {
  expect(formatMoment(at(moment), now, zone, 'zh-CN')).toBe(said);
});

test('the day is that of the organisation, wherever the reader sits', () => {
  expect(dayOf('2026-03-18T17:30:00Z', zone)).toBe('2026-03-19');
  expect(formatMoment('2026-03-18T17:30:00Z', now, zone, 'zh-CN')).toBe('明天 01:30');
});

test.each([
  ['2026-03-18T10:11:40', '刚刚'],
  ['2026-03-18T09:54:00', '18 分钟前'],
  ['2026-03-18T02:00:00', '8 小时前'],
  ['2026-03-17T23:59:00', '1 天前'],
  ['2026-03-15T08:00:00', '3 天前'],
  ['2026-01-05T08:00:00', '1 月 5 日'],
])('%s lies %s', (moment, said) => {
  expect(formatAgo(`${moment}+08:00`, now, zone, 'zh-CN')).toBe(said);
});

test('English says the same days in its own words', () => {
  expect(formatDay('2026-03-19', '2026-03-18', 'en')).toBe('Tomorrow');
  expect(formatDay('2026-03-20', '2026-03-18', 'en')).toBe('Fri');
  expect(formatDay('2026-04-02', '2026-03-18', 'en')).toBe('Apr 2');
});

test('the long day and the exact moment name the weekday', () => {
  expect(formatLongDay('2026-03-18', '2026-03-18', 'zh-CN')).toBe('3 月 18 日 周三');
  expect(formatExactMoment(now, zone, 'zh-CN')).toBe('2026-03-18 10:12 周三');
});

test('days are counted over the end of a month and of a leap February', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2028-02-27', '2028-03-01')).toBe(3);
  expect(daysBetween('2026-03-18', '2026-03-11')).toBe(-7);
});
