import { expect, test } from 'vitest';
import { lastQuarter } from './last-quarter.ts';

test.each([
  ['2026-03-18', '2025-10-01', '2025-12-31'],
  ['2026-04-01', '2026-01-01', '2026-03-31'],
  ['2026-09-30', '2026-04-01', '2026-06-30'],
  ['2026-12-31', '2026-07-01', '2026-09-30'],
])('on %s the last quarter ran from %s to %s', (day, from, to) => {
  expect(lastQuarter(day)).toEqual({ from, to });
});
