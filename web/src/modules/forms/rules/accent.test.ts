import { expect, test } from 'vitest';
import { inkOn } from './accent.ts';

test.each([
  ['#0b6a62', '#ffffff'],
  ['#000000', '#ffffff'],
  ['#c8102e', '#ffffff'],
  ['#ffffff', '#111111'],
  ['#ffd400', '#111111'],
  ['#52bdb0', '#111111'],
])('on %s one reads %s', (accent, ink) => {
  expect(inkOn(accent)).toBe(ink);
});
