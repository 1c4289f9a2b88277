import { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { filterOfView, intentBars, leadViews, priorityRank, sortOfView, trayFilter, viewOf } from './lead-views.ts';

test.each(leadViews.filter((view) => view !== 'all'))('the view %s asks in the grammar of the server', (view) => {
  expect(Filter.parse(filterOfView(view))).toEqual(filterOfView(view));
});

test.each(['公众号文章', null])('a number in the mapping tray opens its leads: %s', (text) => {
  expect(() => Filter.parse(JSON.parse(trayFilter(text)))).not.toThrow();
});

test('全部 asks for everything', () => {
  expect(filterOfView('all')).toBeUndefined();
});

test('who sees only their own starts with these; whoever sees more starts with all', () => {
  expect(viewOf(undefined, 'own')).toBe('mine');
  expect(viewOf(undefined, 'tree')).toBe('all');
  expect(viewOf('no such view', 'own')).toBe('mine');
  expect(viewOf('hot', 'own')).toBe('hot');
});

test('the newest come first, among those of high intent the important ones', () => {
  expect(sortOfView('hot')).toBe('-priorityRank');
  expect(sortOfView('mine')).toBe('-createdAt');
});

test('P1 is the highest priority, three bars the highest intent', () => {
  expect([priorityRank('high'), priorityRank('medium'), priorityRank('low')]).toEqual([1, 2, 3]);
  expect([intentBars('high'), intentBars('medium'), intentBars('low')]).toEqual([3, 2, 1]);
});
