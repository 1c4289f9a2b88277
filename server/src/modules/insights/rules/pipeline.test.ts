import { expect, test } from 'vitest';
import { pipelineOf } from './pipeline.ts';

const stage = (key: string, position: number, afterWin = false) => ({
  key,
  name: { zh: key, en: key },
  position,
  afterWin,
});
const stages = [stage('capture', 0), stage('needs', 1), stage('design', 2), stage('delivery', 3, true)];
const pipeline = (...found: string[]) =>
  pipelineOf(stages, {
    found,
    sumsOf: (key) =>
      found.includes(key)
        ? { count: 2, sums: [{ currency: 'CNY', amountMinor: 10, weightedMinor: 4 }] }
        : { count: 0, sums: [] },
    choice: [open],
  });
const open = { field: 'state', op: 'eq', value: 'open' } as const;

test('stages a deal can stand in are shown in the order of the process, empty ones too', () => {
  const rows = pipeline('design');
  expect(rows.map(({ stageKey, count }) => [stageKey, count])).toEqual([
    ['needs', 0],
    ['design', 2],
  ]);
});

test('a deal in a stage that is not shown otherwise is not lost from the sum', () => {
  const rows = pipeline('capture', 'delivery', 'of_another_process');
  expect(rows.map(({ stageKey }) => stageKey)).toEqual([
    'capture',
    'needs',
    'design',
    'delivery',
    'of_another_process',
  ]);
  expect(rows.reduce((total, row) => total + row.count, 0)).toBe(6);
});

test('a row opens the deals of its stage within the choice it was counted from', () => {
  const [row] = pipeline();
  expect(JSON.parse(row?.drill ?? '')).toEqual({ all: [open, { field: 'stageKey', op: 'eq', value: 'needs' }] });
});

test('the sum of a currency opens the deals of its stage in that currency', () => {
  const design = pipeline('design').find(({ stageKey }) => stageKey === 'design');
  expect(JSON.parse(design?.sums[0]?.drill ?? '').all.at(-1)).toEqual({ field: 'currency', op: 'eq', value: 'CNY' });
});
