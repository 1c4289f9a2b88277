import { expect, test } from 'vitest';
import { conversionRates } from '../../insights/index.ts';
import { type Compared, conversionPoint, cyclePoint, reasonPoint, responsePoint } from './agenda.ts';

const drill = { list: 'leads', filter: '{}' } as const;

const group = (key: string | null, leads: number, cycleDays: number[]): Compared => ({
  key,
  name: key ?? { key: 'insights.group.none', params: {} },
  now: conversionRates([{ key, leads, invalid: 0, converted: cycleDays.length, cycleDays }]).total,
  before: undefined,
  drill,
});

const days = (count: number, each: number): number[] => Array.from({ length: count }, () => each);
const all = group(null, 400, days(40, 30));
const march = { to: '2026-03-31', today: '2026-06-30' };

test('a weak and a strong channel are told in words with their numbers, the others are not', () => {
  const channels = [
    group('website', 200, days(8, 30)),
    group('exhibition', 60, days(20, 30)),
    group('referral', 20, []),
  ];
  const point = conversionPoint(all, channels, march);
  expect(point.rows.map(({ key, mark }) => [key, mark])).toEqual([
    ['total', null],
    ['website', 'weak'],
    ['exhibition', 'strong'],
    ['referral', null],
  ]);
  expect(point.findings).toEqual([
    {
      key: 'reviews.finding.weak_channel',
      params: { name: 'website', rate: 4, converted: 8, leads: 200, average: 10 },
    },
    {
      key: 'reviews.finding.strong_channel',
      params: { name: 'exhibition', rate: 33.3, converted: 20, leads: 60, average: 10 },
    },
  ]);
});

test('a period younger than the usual cycle says first that its conversion will rise', () => {
  const { findings } = conversionPoint(all, [], { to: '2026-03-31', today: '2026-04-10' });
  expect(findings).toEqual([{ key: 'reviews.finding.young', params: { ageDays: 10, usual: 30 } }]);
});

test('industries stand by their cycle, the longest first; what is half as long again is slow', () => {
  const point = cyclePoint(all, [
    group('电机', 30, days(3, 30)),
    group('铸造', 30, days(4, 60)),
    group('教育', 30, days(2, 90)),
  ]);
  expect(point.rows.map(({ key, mark }) => [key, mark])).toEqual([
    ['铸造', 'slow'],
    ['电机', null],
  ]);
  expect(point.findings).toMatchObject([{ params: { name: '铸造', days: 60, signed: 4, usual: 30 } }]);
});

test.each([
  [360, 120, [{ key: 'reviews.finding.slower_touch', params: { hours: 6, before: 2 } }]],
  [120, 360, []],
  [120, null, []],
  [null, 120, []],
])('first touches after %s minutes beside %s before: %j', (now, before, findings) => {
  const point = responsePoint({ median: now, leads: 9 }, { median: before, leads: 9 }, []);
  expect(point.findings).toEqual(findings);
});

test('reasons are parts of their sum, and one that did not come back still stands beside its former number', () => {
  const reason = (key: string | null, now: number, before: number) => ({ key, name: key ?? '', now, before, drill });
  const { rows } = reasonPoint('overdue', [
    reason('travelling', 9, 0),
    reason(null, 3, 1),
    reason('leave', 0, 2),
    reason('other', 0, 0),
  ]);
  expect(rows.map(({ key, now, before }) => [key, now.count, now.of, now.rate, before?.count])).toEqual([
    ['travelling', 9, 12, 75, 0],
    ['', 3, 12, 25, 1],
    ['leave', 0, 12, 0, 2],
  ]);
});
