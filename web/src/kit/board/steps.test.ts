import { expect, test } from 'vitest';
import { columnBeside } from './steps.ts';

// Given from right to left: their place on the screen counts, not their order.
const columns = ['talks', 'design', 'need'].map((id, index) => ({ id, left: 600 - index * 300, width: 280, top: 0 }));

test.each([
  [140, 1, 'design'],
  [440, 1, 'talks'],
  [740, 1, 'talks'],
  [740, -1, 'design'],
  [140, -1, 'need'],
] as const)('a card at %i carried by %i comes over %s', (x, step, id) => {
  expect(columnBeside(columns, x, step)?.id).toBe(id);
});

test('a board without columns has nowhere to go', () => {
  expect(columnBeside([], 10, 1)).toBeUndefined();
});
