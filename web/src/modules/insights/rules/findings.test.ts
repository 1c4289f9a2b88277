import type { ConversionCohort, ConversionGroup } from '@dealtrail/protocol/insights';
import { expect, test } from 'vitest';
import { cohortFinding, conversionFinding, paceFinding, widestLoss } from './findings.ts';

const group = (key: string | null, leads: number, converted: number, rate: number | null): ConversionGroup => ({
  key,
  name: key ?? '未填写',
  leads,
  converted,
  rate,
  invalid: 0,
  rateWithoutInvalid: rate,
  medianCycleDays: null,
  quartileDays: null,
  signed: [],
  drill: '',
  drillConverted: '',
});

test('the best group is named with the average it beats', () => {
  const groups = [group('website', 100, 10, 10), group('exhibition', 60, 18, 30)];
  expect(conversionFinding(groups, group(null, 160, 28, 17.5))).toMatchObject({
    key: 'best',
    group: { key: 'exhibition' },
    rate: 30,
    average: 17.5,
  });
});

test.each([
  ['nothing came in', [], group(null, 0, 0, null), 'none'],
  ['there are fewer than ten leads', [group('a', 8, 4, null)], group(null, 8, 4, null), 'few'],
  ['one group alone has a rate', [group('a', 20, 4, 20), group('b', 3, 3, null)], group(null, 23, 7, 30.4), 'only'],
  [
    'the best is a matter of chance',
    [group('a', 17, 3, 17.6), group('b', 59, 7, 11.9)],
    group(null, 76, 10, 13.2),
    'even',
  ],
  ['all groups are alike', [group('a', 50, 10, 20), group('b', 50, 11, 22)], group(null, 100, 21, 21), 'even'],
  ['the best is what nobody named', [group(null, 50, 40, 80), group('b', 50, 1, 2)], group(null, 100, 41, 41), 'only'],
] as const)('no group is praised when %s', (_, groups, total, key) => {
  expect(conversionFinding(groups, total).key).toBe(key);
});

const step = (key: string, count: number) => ({ key, count });

test('the widest loss is the step that keeps the smallest share, not the largest number', () => {
  const steps = [step('taken_in', 100), step('contacted', 60), step('qualified', 20), step('converted', 15)];
  expect(widestLoss(steps)).toEqual({ from: steps[1], to: steps[2], lost: 40 });
});

test('of few leads, of none lost and of steps nobody reached nothing is said', () => {
  expect(widestLoss([step('a', 9), step('b', 1)])).toBeUndefined();
  expect(widestLoss([step('a', 12), step('b', 12)])).toBeUndefined();
  expect(widestLoss([step('a', 12), step('b', 0), step('c', 0)])?.to.key).toBe('b');
});

const cohort = (month: string, leads: number, converted: number, young = false): ConversionCohort => ({
  month,
  from: '',
  to: '',
  leads,
  converted,
  rate: leads < 10 ? null : (100 * converted) / leads,
  young,
  why: [],
  drill: '',
  drillConverted: '',
});

test('the month that stands out is named; young months are counted apart and never compared', () => {
  const months = [
    cohort('2026-01', 40, 4),
    cohort('2026-02', 40, 20),
    cohort('2026-03', 20, 20, true),
    cohort('2026-04', 0, 0, true),
  ];
  const found = cohortFinding(months);
  expect([found.best?.month, found.young]).toEqual(['2026-02', 1]);
});

test('months that differ by chance alone have no best, and neither has a single one', () => {
  expect(cohortFinding([cohort('2026-01', 40, 4), cohort('2026-02', 40, 6)]).best).toBeUndefined();
  expect(cohortFinding([cohort('2026-01', 40, 40)]).best).toBeUndefined();
  expect(cohortFinding([]).best).toBeUndefined();
});

const pace = (key: string, leads: number, converted: number) => ({
  key,
  leads,
  converted,
  rate: leads < 10 ? null : (100 * converted) / leads,
  drill: '',
  drillConverted: '',
});

test('the pace that converts beyond chance is named; those without any never are', () => {
  const all = { leads: 200, converted: 30, rate: 15 };
  expect(paceFinding([pace('h2', 60, 20), pace('later', 100, 8), pace('none', 40, 2)], all)?.key).toBe('h2');
  expect(paceFinding([pace('h2', 60, 10), pace('none', 40, 30)], all)).toBeUndefined();
  expect(paceFinding([pace('h2', 9, 9)], all)).toBeUndefined();
});
