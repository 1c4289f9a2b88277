import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversionCycle } from './conversion-cycle.ts';

test.each([
  ['2024-05-01T01:15:00Z', '2024-05-20', 'Asia/Shanghai', 19],
  ['2024-04-30T16:00:00Z', '2024-05-20', 'Asia/Shanghai', 19],
  ['2024-04-30T15:59:59Z', '2024-05-20', 'Asia/Shanghai', 20],
  ['2024-05-01T01:15:00Z', '2024-05-20', 'America/New_York', 20],
  ['2024-02-28T04:00:00Z', '2024-03-01', 'Asia/Shanghai', 2],
  ['2024-05-20T04:00:00Z', '2024-05-20', 'Asia/Shanghai', 0],
  ['2024-05-21T04:00:00Z', '2024-05-20', 'Asia/Shanghai', 0],
])('entered %s, signed %s in %s: %i days', (createdAt, signedOn, zone, days) => {
  expect(conversionCycle(new Date(createdAt), signedOn, zone).days).toBe(days);
});

test('a day later signed is a day more, across summer time too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin'), (wait, zone) => {
      const signedOn = new Date(Date.UTC(2024, 0, 1 + wait)).toISOString().slice(0, 10);
      expect(conversionCycle(new Date('2024-01-01T11:00:00Z'), signedOn, zone).days).toBe(wait);
    }),
  );
});
