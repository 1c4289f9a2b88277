import { expect, test } from 'vitest';
import { countGrades, sampleOf } from './pair-sample.ts';

test('a sample shows first what the weights would change', () => {
  const same = Array.from({ length: 70 }, () => ({ grade: 'same', before: 'same' }) as const);
  const moved = { grade: 'likely', before: 'possible' } as const;
  const added = { grade: 'possible', before: null } as const;
  const lost = { grade: null, before: 'likely' } as const;
  const sample = sampleOf([...same, moved, added, lost]);
  expect(sample).toHaveLength(60);
  expect(sample.slice(0, 3)).toEqual([added, lost, moved]);
});

test('pairs are counted by grade, those that are none are not', () => {
  expect(countGrades({ same: 1, likely: 0, possible: 2 }, ['same', null, 'possible'])).toEqual({
    same: 2,
    likely: 0,
    possible: 3,
  });
});
