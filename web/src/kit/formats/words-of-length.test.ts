import { expect, test } from 'vitest';
import { formatDuration } from './durations.ts';
import { formatPercent, formatRate } from './figures.ts';

const minutes = (count: number) => count * 60_000;

test.each([
  [0.2, '1 分钟'],
  [52, '52 分钟'],
  [88, '1.5 小时'],
  [59.9, '59 分钟'],
  [240, '4 小时'],
  [23 * 60 + 50, '23 小时'],
  [41 * 60, '1 天 17 小时'],
  [48 * 60, '2 天'],
  [12 * 24 * 60 + 300, '12 天'],
])('%d minutes last %s', (length, said) => {
  expect(formatDuration(minutes(length), 'zh-CN')).toBe(said);
});

test('a rate always shows the counts behind it, and no share of nothing', () => {
  expect(formatRate(12, 46, 'zh-CN')).toBe('12/46（26.1%）');
  expect(formatRate(0, 0, 'zh-CN')).toBe('0/0');
  expect(formatPercent(0.5, 'en')).toBe('50%');
});
