import { expect, test } from 'vitest';
import { daysOf, periodNamed } from './periods.ts';

test.each([
  ['days90', '2025-12-19', '2026-03-18'],
  ['days365', '2025-03-19', '2026-03-18'],
  ['thisYear', '2026-01-01', '2026-03-18'],
  ['lastYear', '2025-01-01', '2025-12-31'],
] as const)('%s on 2026-03-18 means %s to %s', (name, from, to) => {
  expect(daysOf(name, '2026-03-18')).toEqual({ from, to });
});

test('own days are taken as they are, reversed or broken ones are not', () => {
  expect(daysOf('own', '2026-03-18', { from: '2026-01-05', to: '2026-02-05' })).toEqual({
    from: '2026-01-05',
    to: '2026-02-05',
  });
  expect(daysOf('own', '2026-03-18', { from: '2026-02-05', to: '2026-01-05' }).from).toBe('2025-03-19');
  expect(daysOf('own', '2026-03-18', { from: 'yesterday', to: '2026-01-05' }).from).toBe('2025-03-19');
});

test('an address that names no period means the usual one', () => {
  expect(periodNamed(undefined)).toBe('days365');
  expect(periodNamed('lastYear')).toBe('lastYear');
});
