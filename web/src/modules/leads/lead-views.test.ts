import { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { intentBars, priorityRank, trayFilter } from './lead-views.ts';

test.each(['公众号文章', null])('a number in the mapping tray opens its leads: %s', (text) => {
  expect(() => Filter.parse(JSON.parse(trayFilter(text)))).not.toThrow();
});

test('P1 is the highest priority, three bars the highest intent', () => {
  expect([priorityRank('high'), priorityRank('medium'), priorityRank('low')]).toEqual([1, 2, 3]);
  expect([intentBars('high'), intentBars('medium'), intentBars('low')]).toEqual([3, 2, 1]);
});
