import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QuietHours, quietUntil, usualQuietHours } from './quiet-hours.ts';

const SHANGHAI = 'Asia/Shanghai';
const noon: QuietHours = { on: true, from: '12:00', to: '13:30' };

test.each<[string, QuietHours, string | undefined]>([
  ['2026-03-18T20:59:59+08:00', usualQuietHours, undefined],
  ['2026-03-18T21:00:00+08:00', usualQuietHours, '2026-03-19T08:00:00+08:00'],
  ['2026-03-18T23:30:00+08:00', usualQuietHours, '2026-03-19T08:00:00+08:00'],
  ['2026-03-19T03:00:00+08:00', usualQuietHours, '2026-03-19T08:00:00+08:00'],
  ['2026-03-19T08:00:00+08:00', usualQuietHours, undefined],
  ['2026-03-18T12:00:00+08:00', noon, '2026-03-18T13:30:00+08:00'],
  ['2026-03-18T13:30:00+08:00', noon, undefined],
  ['2026-03-18T23:00:00+08:00', { ...usualQuietHours, on: false }, undefined],
  ['2026-03-18T23:00:00+08:00', { on: true, from: '09:00', to: '09:00' }, undefined],
])('at %s with %j it is quiet until %s', (now, hours, until) => {
  expect(quietUntil(new Date(now), SHANGHAI, hours)?.getTime()).toBe(until && new Date(until).getTime());
});

test('in a zone with summer time the end stands on its wall', () => {
  const until = quietUntil(new Date('2026-03-28T22:30:00Z'), 'Europe/Berlin', usualQuietHours);
  expect(until).toEqual(new Date('2026-03-29T06:00:00Z'));
});

test('quiet hours always end, within a day, and at their end it is quiet no more', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      time,
      time,
      (now, from, to) => {
        const until = quietUntil(now, SHANGHAI, { on: true, from, to });
        if (!until) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(quietUntil(until, SHANGHAI, { on: true, from, to })).toBeUndefined();
      },
    ),
  );
});
