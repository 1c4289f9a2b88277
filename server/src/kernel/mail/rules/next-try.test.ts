import { expect, test } from 'vitest';
import { nextTry } from './next-try.ts';

const now = new Date('2026-03-18T02:12:00Z');
const minutes = (attempts: number) => {
  const next = nextTry(attempts, now);
  return next && (next.getTime() - now.getTime()) / 60_000;
};

test.each([
  [1, 1],
  [2, 2],
  [5, 16],
  [9, 256],
  [10, 360],
  [19, 360],
])('after %i tries the next one comes %i minutes later', (attempts, wait) => {
  expect(minutes(attempts)).toBe(wait);
});

test('after twenty tries, about three days, nobody tries any more', () => {
  expect(nextTry(20, now)).toBeNull();
  const whole = Array.from({ length: 19 }, (_, i) => minutes(i + 1) ?? 0).reduce((sum, wait) => sum + wait, 0);
  expect(whole / 60 / 24).toBeGreaterThan(2.5);
});
