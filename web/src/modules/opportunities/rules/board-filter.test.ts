import { Filter } from '@dealtrail/protocol/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asksOpenOnly,
  chosen,
  type ClosesIn,
  closesIn,
  filterOfLook,
  usualView,
  viewsFor,
  widerThan,
} from './board-filter.ts';

const around = { departmentId: 'd-1', reach: 'all', today: '2026-03-18' };

test('who reads only their own is offered no team', () => {
  expect(viewsFor('own', 'd-1')).toEqual(['mine']);
  expect(viewsFor(undefined, 'd-1')).toEqual(['mine']);
  expect(viewsFor('tree', 'd-1')).toEqual(['mine', 'team']);
  expect(viewsFor('all', 'd-1')).toEqual(['mine', 'team', 'all']);
  expect(viewsFor('all', null)).toEqual(['mine', 'all']);
});

test.each([
  ['a representative', 'own', 'own', 'mine'],
  ['a representative who sees the team but advances only their own', 'team', 'own', 'mine'],
  ['a supervisor', 'tree', 'tree', 'team'],
  ['an administrator', 'all', 'all', 'all'],
  ['who reads everything and advances nothing', 'all', undefined, 'all'],
])('%s begins with what they answer for', (_, reads, advances, view) => {
  expect(usualView(advances, viewsFor(reads, 'd-1'))).toBe(view);
});

test('from a view one comes to the next wider one, from the widest to none', () => {
  expect(widerThan('mine', viewsFor('tree', 'd-1'))).toBe('team');
  expect(widerThan('mine', viewsFor('all', null))).toBe('all');
  expect(widerThan('team', viewsFor('tree', 'd-1'))).toBeUndefined();
  expect(widerThan('mine', viewsFor('own', null))).toBeUndefined();
});

test('the team of a supervisor is all they read, with the departments below', () => {
  expect(filterOfLook({ whose: 'team', closes: 'any' }, { ...around, reach: 'tree' })).toBeUndefined();
});

test('nonsense in the address reads as the usual', () => {
  expect(chosen('team', ['mine', 'team'], 'mine')).toBe('team');
  expect(chosen('x', ['mine', 'team'], 'mine')).toBe('mine');
  expect(chosen(undefined, ['mine', 'team'], 'mine')).toBe('mine');
});

const periods: [ClosesIn, string, string, string][] = [
  ['thisMonth', '2026-03-18', '2026-03-01', '2026-03-31'],
  ['nextMonth', '2026-03-18', '2026-04-01', '2026-04-30'],
  ['nextMonth', '2026-12-31', '2027-01-01', '2027-01-31'],
  ['thisMonth', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['thisQuarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ['thisQuarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['thisQuarter', '2026-11-05', '2026-10-01', '2026-12-31'],
];

test.each(periods)('closing %s, asked on %s, means %s to %s', (closes, today, from, to) => {
  expect(filterOfLook({ whose: 'all', closes }, { ...around, today })).toEqual({
    field: 'expectedCloseOn',
    op: 'between',
    value: [from, to],
  });
});

test('a look without conditions asks for everything', () => {
  expect(filterOfLook({ whose: 'all', closes: 'any' }, around)).toBeUndefined();
});

test('the conditions of a look hold together, further ones beside them', () => {
  const more = { all: [{ field: 'industry', op: 'eq', value: '教育' } as const, { not: { any: [] } }] };
  expect(filterOfLook({ whose: 'team', closes: 'passed', more }, around)).toEqual({
    all: [
      { field: 'departmentId', op: 'eq', value: 'd-1' },
      { field: 'expectedCloseOn', op: 'lt', value: '2026-03-18' },
      { field: 'industry', op: 'eq', value: '教育' },
      { not: { any: [] } },
    ],
  });
});

test('every look makes a filter the server reads', () => {
  const today = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const look = fc.record({
    whose: fc.constantFrom('mine' as const, 'team' as const, 'all' as const),
    closes: fc.constantFrom(...closesIn),
  });
  fc.assert(
    fc.property(look, today, (asked, day) => {
      const filter = filterOfLook(asked, { ...around, today: day });
      expect(filter === undefined || Filter.safeParse(filter).success).toBe(true);
    }),
  );
});

test.each([
  [undefined, false],
  [{ field: 'state', op: 'eq', value: 'open' }, true],
  [{ field: 'state', op: 'eq', value: 'lost' }, false],
  [
    {
      all: [
        { field: 'ownerId', op: 'isEmpty' },
        { field: 'state', op: 'eq', value: 'open' },
      ],
    },
    true,
  ],
  [{ any: [{ field: 'state', op: 'eq', value: 'open' }] }, false],
  [{ not: { field: 'state', op: 'eq', value: 'open' } }, false],
] as const)('%j leaves none but open ones: %s', (filter, only) => {
  expect(asksOpenOnly(filter as Parameters<typeof asksOpenOnly>[0])).toBe(only);
});
