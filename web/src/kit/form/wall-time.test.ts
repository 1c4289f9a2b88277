import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, wallTime } from './wall-time.ts';

test.each([
  ['2026-03-18T10:12', 'Asia/Shanghai', '2026-03-18T02:12:00.000Z'],
  ['2026-01-01T00:00', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
  ['2026-07-01T08:30', 'Europe/Berlin', '2026-07-01T06:30:00.000Z'],
  ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-18T10:12', 'America/New_York', '2026-03-18T14:12:00.000Z'],
])('%s on the clocks of %s is %s', (wall, zone, instant) => {
  expect(instantAt(wall, zone)).toBe(instant);
});

test('a typed moment reads back as it was typed, wherever the organisation is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }),
      fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'),
      (at, zone) => {
        const wall = wallTime(at, zone);
        expect(wallTime(instantAt(wall, zone), zone)).toBe(wall);
      },
    ),
  );
});
