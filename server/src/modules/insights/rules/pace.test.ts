import { expect, test } from 'vitest';
import { gapStretches, stretchFilters, stretchOf, touchStretches } from './pace.ts';

test.each([
  [0, 'h2'],
  [120, 'h2'],
  [121, 'h24'],
  [1_440, 'h24'],
  [4_320, 'h72'],
  [4_321, 'later'],
  [null, 'none'],
])('a first touch after %s minutes counts under %s', (minutes, key) => {
  expect(stretchOf(minutes, touchStretches)).toBe(key);
});

test('every stretch has a question of its own, and those without a number too', () => {
  const filters = stretchFilters('contactGapHours', gapStretches);
  expect(filters.map(({ key }) => key)).toEqual(['d3', 'd7', 'd14', 'd30', 'later', 'none']);
  expect(filters[1]?.filter).toEqual({
    all: [
      { field: 'contactGapHours', op: 'gt', value: 72 },
      { field: 'contactGapHours', op: 'lte', value: 168 },
    ],
  });
});
