import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HeatCount, heatColumns, heatTable } from './heat-table.ts';

const zone = 'Asia/Shanghai';
const now = new Date('2026-03-18T10:12:00+08:00');
const shown = (date: Date | null) => date?.toLocaleString('sv-SE', { timeZone: zone }).slice(5, 16) ?? null;

test('by day: what is overdue, the rest of today, six days more', () => {
  const columns = heatColumns('day', now, zone);
  expect(columns.slice(0, 3).map(({ from, to }) => [shown(from), shown(to)])).toEqual([
    [null, '03-18 10:12'],
    ['03-18 10:12', '03-19 00:00'],
    ['03-19 00:00', '03-20 00:00'],
  ]);
  expect(columns).toHaveLength(8);
  expect(shown(columns.at(-1)!.to)).toBe('03-25 00:00');
});

test('by hour: what is overdue, the rest of this hour, each further hour until midnight', () => {
  const columns = heatColumns('hour', now, zone);
  expect(columns.slice(1, 3).map(({ from, to }) => [shown(from), shown(to)])).toEqual([
    ['03-18 10:12', '03-18 11:00'],
    ['03-18 11:00', '03-18 12:00'],
  ]);
  expect(columns.slice(-1).map(({ from, to }) => [shown(from), shown(to)])).toEqual([['03-18 23:00', '03-19 00:00']]);
  expect(columns).toHaveLength(15);
});

test('who is overdue most stands first, then who owes most; those left off are counted', () => {
  const rows: HeatCount[] = [
    { memberId: 'a', name: '甲', place: 1, count: 9 },
    { memberId: 'b', name: '乙', place: 0, count: 2 },
    { memberId: 'c', name: '丙', place: 0, count: 2 },
    { memberId: 'c', name: '丙', place: 2, count: 1 },
    { memberId: null, name: null, place: 1, count: 1 },
  ];
  const { people, more, total } = heatTable(rows, 3, 3);
  expect(people.map(({ memberId, counts }) => [memberId, counts])).toEqual([
    ['c', [2, 0, 1]],
    ['b', [2, 0, 0]],
    ['a', [0, 9, 0]],
  ]);
  expect([more, total]).toEqual([1, [4, 10, 1]]);
});

test('at any moment the columns follow each other without a gap, and the totals are those of everybody', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC');
  fc.assert(
    fc.property(moment, zones, fc.constantFrom('day' as const, 'hour' as const), (at, where, by) => {
      const columns = heatColumns(by, at, where);
      expect(columns[0]?.from).toBeNull();
      const [, ...later] = columns;
      expect(later.map(({ from }) => from)).toEqual(columns.slice(0, -1).map(({ to }) => to));
      expect(later.every(({ from, to }) => from !== null && from < to)).toBe(true);
    }),
  );
  const rows = fc.array(
    fc.record({
      memberId: fc.constantFrom('a', 'b', 'c', null),
      name: fc.constant(null),
      place: fc.integer({ min: 0, max: 3 }),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(rows, (counted) => {
      const all = counted.reduce((sum, { count }) => sum + count, 0);
      expect(heatTable(counted, 4, 2).total.reduce((sum, count) => sum + count, 0)).toBe(all);
    }),
  );
});
